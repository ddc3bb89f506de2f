using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.MatchingRounds;

internal sealed class MatchingRoundMapping : IEntityTypeConfiguration<MatchingRound>
{
    public void Configure(EntityTypeBuilder<MatchingRound> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(MatchingRound.NameLength);
        builder.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(r => r.Units).WithOne().HasForeignKey(u => u.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Wishes).WithOne().HasForeignKey(w => w.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Rulings).WithOne().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.TenantId, r.ProgrammeId, r.Id });
    }
}

internal sealed class RoundUnitMapping : IEntityTypeConfiguration<RoundUnit>
{
    public void Configure(EntityTypeBuilder<RoundUnit> builder)
    {
        builder.HasIndex(u => new { u.RoundId, u.Side, u.UnitId }).IsUnique();
        builder.HasIndex(u => u.UnitId);
    }
}

internal sealed class RoundWishMapping : IEntityTypeConfiguration<RoundWish>
{
    public void Configure(EntityTypeBuilder<RoundWish> builder) => builder.HasIndex(w => new { w.RoundId, w.Wish }).IsUnique();
}

internal sealed class RulingMapping : IEntityTypeConfiguration<Ruling>
{
    public void Configure(EntityTypeBuilder<Ruling> builder) => builder.HasIndex(r => new { r.RoundId, r.MentorId, r.TraineeId }).IsUnique();
}

internal sealed class PoolMemberMapping : IEntityTypeConfiguration<PoolMember>
{
    public void Configure(EntityTypeBuilder<PoolMember> builder)
    {
        builder.Property(m => m.Choices).HasMaxLength(PoolMember.ChoicesLength);
        builder.HasOne<MatchingRound>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.RoundId, m.PersonId }).IsUnique();
        builder.HasIndex(m => new { m.TenantId, m.PersonId });
    }
}

internal sealed class MatchingOutcomeMapping : IEntityTypeConfiguration<MatchingOutcome>
{
    public void Configure(EntityTypeBuilder<MatchingOutcome> builder)
    {
        builder.Property(o => o.Who).HasMaxLength(Lengths.Who);
        builder.HasOne<MatchingRound>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(o => new { o.RoundId, o.Number }).IsUnique();
    }
}

internal sealed class OutcomePairMapping : IEntityTypeConfiguration<OutcomePair>
{
    public void Configure(EntityTypeBuilder<OutcomePair> builder)
    {
        builder.Property(p => p.Parts).HasMaxLength(OutcomePair.PartsLength);
        builder.HasOne<MatchingOutcome>().WithMany().HasForeignKey(p => p.OutcomeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.OutcomeId, p.Cost, p.Id });
    }
}

internal sealed class OutcomeLeftMapping : IEntityTypeConfiguration<OutcomeLeft>
{
    public void Configure(EntityTypeBuilder<OutcomeLeft> builder)
    {
        builder.HasOne<MatchingOutcome>().WithMany().HasForeignKey(l => l.OutcomeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.OutcomeId, l.Id });
    }
}
