using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Replacing;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Data;

[TablePrefix("men")]
internal sealed class MentoringDbContext(DbContextOptions<MentoringDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<PairingTurn> PairingTurns => Set<PairingTurn>();
    public DbSet<MatchingRound> MatchingRounds => Set<MatchingRound>();
    public DbSet<RoundUnit> RoundUnits => Set<RoundUnit>();
    public DbSet<RoundWish> RoundWishes => Set<RoundWish>();
    public DbSet<Ruling> Rulings => Set<Ruling>();
    public DbSet<PoolMember> PoolMembers => Set<PoolMember>();
    public DbSet<MatchingOutcome> MatchingOutcomes => Set<MatchingOutcome>();
    public DbSet<OutcomePair> OutcomePairs => Set<OutcomePair>();
    public DbSet<OutcomeLeft> OutcomeLeft => Set<OutcomeLeft>();
    public DbSet<ReplacementProposal> ReplacementProposals => Set<ReplacementProposal>();
    public DbSet<Pairing> Pairings => Set<Pairing>();
    public DbSet<CadenceItem> CadenceItems => Set<CadenceItem>();
    public DbSet<Pulse> Pulses => Set<Pulse>();
    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<InspectedContract> InspectedContracts => Set<InspectedContract>();
}
