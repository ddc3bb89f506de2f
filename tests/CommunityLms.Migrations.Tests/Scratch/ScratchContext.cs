using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Migrations.Tests.Scratch;

/// <summary>A small module's context with one of everything the base context looks after.</summary>
[TablePrefix("scratch")]
public sealed class ScratchContext(DbContextOptions<ScratchContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Teacher> Teachers => Set<Teacher>();

    public DbSet<Badge> Badges => Set<Badge>();
}

public enum Rank { Junior, Senior }

public sealed record TeacherPromoted(Guid TeacherId) : IIntegrationEvent;

public sealed class Teacher : Aggregate, ISoftDelete
{
    public string Name { get; set; } = "王芳";

    public DateOnly BornOn { get; set; }

    public DateTime JoinedAt { get; set; }

    public DateTime? LeftAt { get; set; }

    public Rank Rank { get; set; }

    public Rank? FormerRank { get; set; }

    public bool IsLeader { get; set; }

    public int Lessons { get; set; }

    [NotAudited]
    public string? Pin { get; set; }

    public bool IsDeleted { get; private set; }

    public List<Certificate> Certificates { get; } = [];

    public void Promote()
    {
        Ensure(Rank == Rank.Junior, new Rule("Already senior."));
        (FormerRank, Rank) = (Rank, Rank.Senior);
        Raise(new TeacherPromoted(Id));
    }
}

/// <summary>A part of its teacher.</summary>
public sealed class Certificate : Entity
{
    public string Title { get; set; } = "";
}

/// <summary>Belongs to an institute and is really deleted.</summary>
public sealed class Badge : Entity, IMultiTenant
{
    public Guid TenantId { get; private set; }

    public string Text { get; set; } = "";
}

internal sealed class TeacherMapping : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.HasMany(t => t.Certificates).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}
