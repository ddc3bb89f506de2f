using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Data;

internal sealed class PulseMapping : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> builder)
    {
        builder.HasKey(p => p.ContractId);
        builder.Property(p => p.ContractId).ValueGeneratedNever();
        builder.HasOne<Contract>().WithOne().HasForeignKey<Pulse>(p => p.ContractId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InspectionMapping : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.Property(i => i.About).HasMaxLength(Inspection.SubjectLength);
        builder.Property(i => i.PracticeTitle).HasMaxLength(Inspection.SubjectLength);
        builder.HasOne<Programme>().WithMany().HasForeignKey(i => i.ProgrammeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(i => i.Contracts).WithOne().HasForeignKey(c => c.InspectionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.TenantId, i.PlannedOn, i.Id });
    }
}

internal sealed class InspectedContractMapping : IEntityTypeConfiguration<InspectedContract>
{
    public void Configure(EntityTypeBuilder<InspectedContract> builder)
    {
        builder.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(c => new { c.InspectionId, c.ContractId }).IsUnique();
    }
}
