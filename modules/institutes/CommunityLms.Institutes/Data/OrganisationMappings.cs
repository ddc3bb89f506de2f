using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Institutes.Data;

/// <summary>Lengths of columns, where a form must know them too.</summary>
internal static class Lengths
{
    public const int Name = 200;
    public const int Code = 60;
    public const int Text = 400;
    public const int Email = 256;
}

internal sealed class InstituteMapping : IEntityTypeConfiguration<Institute>
{
    public void Configure(EntityTypeBuilder<Institute> builder)
    {
        builder.Property(i => i.Name).HasMaxLength(Lengths.Name);
        builder.Property(i => i.LatinName).HasMaxLength(Lengths.Name);
        builder.Ignore(i => i.LocalName);
    }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Name).HasMaxLength(Lengths.Name);
        builder.Property(u => u.LatinName).HasMaxLength(Lengths.Name);
        builder.Property(u => u.Code).HasMaxLength(Lengths.Code);
        builder.Property(u => u.CodeKey).HasMaxLength(Lengths.Code);
        builder.Property(u => u.Address).HasMaxLength(Lengths.Text);
        builder.Ignore(u => u.LocalName);
        builder.HasMany(u => u.History).WithOne().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.MergedIntoId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(u => new { u.TenantId, u.CodeKey }).IsUnique();
    }
}

internal sealed class UnitChangeMapping : IEntityTypeConfiguration<UnitChange>
{
    public void Configure(EntityTypeBuilder<UnitChange> builder)
    {
        builder.Property(c => c.From).HasMaxLength(Lengths.Name);
        builder.Property(c => c.To).HasMaxLength(Lengths.Name);
    }
}

internal sealed class SubjectMapping : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.Property(s => s.LatinName).HasMaxLength(Lengths.Name);
        builder.Ignore(s => s.LocalName);
        builder.HasIndex(s => new { s.TenantId, s.Code }).IsUnique();
    }
}
