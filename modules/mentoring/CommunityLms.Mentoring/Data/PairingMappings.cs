using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Data;

internal sealed class PairingMapping : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> builder)
    {
        builder.Property(p => p.Scope).HasMaxLength(Pairing.ScopeLength);
        builder.Property(p => p.EndReason).HasMaxLength(ContractRules.ReasonLength);
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(p => p.Cadence).WithOne().HasForeignKey(c => c.PairingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.TenantId, p.ProgrammeId, p.Level, p.Id });
        builder.HasIndex(p => new { p.TenantId, p.HelpedId });
        builder.HasIndex(p => new { p.TenantId, p.HelpingId });
    }
}

internal sealed class CadenceItemMapping : IEntityTypeConfiguration<CadenceItem>
{
    public void Configure(EntityTypeBuilder<CadenceItem> builder)
    {
        builder.Property(c => c.Activity).HasMaxLength(CadenceItem.ActivityLength);
        builder.HasIndex(c => new { c.PairingId, c.Number });
    }
}
