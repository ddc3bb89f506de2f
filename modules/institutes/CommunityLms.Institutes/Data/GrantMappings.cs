using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Institutes.Data;

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.LatinName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Description).HasMaxLength(Lengths.Text);
        builder.Property(r => r.BuiltIn).HasMaxLength(Lengths.Code);
        builder.Ignore(r => r.LocalName);
        builder.Ignore(r => r.HoldsEverything);
        builder.HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.RoleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.TenantId, r.Name }).IsUnique();
    }
}

internal sealed class RolePermissionMapping : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder) => builder.Property(p => p.Permission).HasMaxLength(Lengths.Name);
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Role>().WithMany().HasForeignKey(g => g.RoleId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(g => new { g.TenantId, g.PersonId });
        builder.HasIndex(g => new { g.TenantId, g.UnitId });
    }
}

internal sealed class SealMapping : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.HasMany(s => s.Keepers).WithOne().HasForeignKey(k => k.SealId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(s => new { s.TenantId, s.UnitId });
    }
}

internal sealed class SealKeeperMapping : IEntityTypeConfiguration<SealKeeper>
{
    public void Configure(EntityTypeBuilder<SealKeeper> builder) => builder.HasOne<Person>().WithMany().HasForeignKey(k => k.PersonId).OnDelete(DeleteBehavior.NoAction);
}
