using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CommunityLms.Migrations.Tests.Scratch;

/// <summary>A context whose model has gone on since its last migration: books got a number of pages.</summary>
[TablePrefix("shelf")]
public sealed class ScratchShelf(DbContextOptions<ScratchShelf> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Book>();
        modelBuilder.FinishLmsModel(typeof(ScratchShelf));
    }
}

public sealed class Book : Entity
{
    public int Pages { get; set; }
}

[DbContext(typeof(ScratchShelf))]
internal sealed class ScratchShelfModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation("ProductVersion", "10.0.14");
        modelBuilder.Entity("CommunityLms.Migrations.Tests.Scratch.Book", book =>
        {
            book.Property<Guid>("Id");
            book.HasKey("Id");
            book.ToTable("shelf_book");
        });
    }
}
