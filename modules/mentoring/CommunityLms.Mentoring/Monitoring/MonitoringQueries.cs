using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Settings;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>Where the contracts of a programme stand, those of the reader's units only.</summary>
internal sealed class MonitoringQueries(MentoringDbContext db, IAccess access, IOrganisation organisation, ITeaching teaching, IPeople people, ISettings settings, TimeProvider clock) : IScopedDependency
{
    public async Task<Limits> Limits(CancellationToken cancel) => new(clock.Today(), clock.Today().AddDays(-7 * await settings.Get(MonitoringSettings.SilentWeeks, cancel)),
        clock.GetUtcNow().UtcDateTime.AddDays(-await settings.Get(MonitoringSettings.AwaitedDays, cancel)));

    /// <summary>All counts by one query; schools are gathered into districts here, since a unit may move.</summary>
    public async Task<Overview> Overview(Guid programmeId, CancellationToken cancel)
    {
        var counted = await (await Standings(programmeId, cancel)).GroupBy(s => new { s.Contract.TraineeSchoolId, s.Contract.State }).Select(g => new Counted(g.Key.TraineeSchoolId, g.Key.State, g.Count(),
            g.Sum(s => s.IsOverdue ? 1 : 0), g.Sum(s => s.IsSilent ? 1 : 0), g.Sum(s => s.IsBehind || (s.IsOverdue && s.IsSilent) ? 1 : 0), g.Sum(s => s.Contract.Training == TrainingStatus.Deferred ? 1 : 0), g.Sum(s => s.Disagrees ? 1 : 0))).ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        var districts = counted.ToLookup(c => tree.Above(c.SchoolId, UnitKind.District, UnitKind.County)).Select(d => new DistrictCounts(d.Key?.Id, d.Key?.Name.ToString() ?? "", Sum([.. d])));
        return new(Sum(counted), [.. districts.OrderBy(d => d.Name, StringComparer.CurrentCulture)]);
    }

    public async Task<Page<StandingRow>> List(Guid programmeId, StandingFilter filter, PageRequest page, CancellationToken cancel)
    {
        var standings = await Standings(programmeId, cancel);
        var tree = await organisation.Tree(cancel);
        if (filter.DistrictId is { } district)
            standings = standings.Within(new(Everything: false, tree.SubtreeOf(district).Select(u => u.Id).ToHashSet()), s => s.Contract.TraineeSchoolId);
        if (filter.State is { } state)
            standings = standings.Where(s => s.Contract.State == state);
        standings = filter.Concern switch
        {
            Concern.Overdue => standings.Where(s => s.IsOverdue),
            Concern.Silent => standings.Where(s => s.IsSilent),
            Concern.AtRisk => standings.Where(s => s.IsBehind || (s.IsOverdue && s.IsSilent)),
            Concern.Deferred => standings.Where(s => s.Contract.Training == TrainingStatus.Deferred),
            Concern.Disagreement => standings.Where(s => s.Disagrees),
            _ => standings,
        };
        var found = await standings.ToPage(s => s.Contract.Id, s => s.Contract.Id, s => new Found(s.Contract.Id, s.Contract.MentorId, s.Contract.TraineeId, s.Contract.TraineeSchoolId, s.Contract.SubjectId,
            s.Contract.State, s.Contract.Training, s.Contract.Participation, s.IsOverdue, s.IsSilent, s.IsBehind, s.Disagrees, s.Pulse!.StageDueOn, s.Pulse.AwaitedSince, (DateOnly?)s.Pulse.QuietSince, (int?)s.Pulse.Reached, (int?)s.Pulse.Asked), page, cancel, descending: true);
        var names = await people.Find([.. found.Items.SelectMany(f => new[] { f.MentorId, f.TraineeId }).Distinct()], cancel);
        var subjects = await teaching.Subjects(cancel);
        return new([.. found.Items.Select(f => new StandingRow(f.Id, names[f.MentorId].Name.ToString(), names[f.TraineeId].Name.ToString(), tree.Find(f.SchoolId)?.Name.ToString() ?? "", subjects[f.SubjectId].Name.ToString(),
            f.State, f.Training, f.Participation, f.Concerns, f.StageDueOn, f.AwaitedSince, f.QuietSince, f.Reached ?? 0, f.Asked ?? 0))], found.Next);
    }

    private async Task<IQueryable<Standing>> Standings(Guid programmeId, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(MentoringPermissions.Contracts.View, cancel);
        var (today, quietBefore, awaitedBefore) = await Limits(cancel);
        return from c in db.Contracts.Within(scope, c => c.TraineeSchoolId)
               where c.ProgrammeId == programmeId
               join pulse in db.Pulses on c.Id equals pulse.ContractId into pulses
               from p in pulses.DefaultIfEmpty()
               let isRunning = c.State == ContractState.Active && c.Training == TrainingStatus.Active
               select new Standing
               {
                   Contract = c,
                   Pulse = p,
                   IsOverdue = c.Training == TrainingStatus.Active && ((isRunning && p.StageDueOn < today) || p.AwaitedSince < awaitedBefore),
                   IsSilent = isRunning && p.QuietSince < quietBefore,
                   IsBehind = isRunning && p.BehindFrom <= today,
                   Disagrees = c.State != ContractState.Completed && c.State != ContractState.Ended
                       && (c.Training == TrainingStatus.Deferred ? c.Participation == ParticipationStatus.Joining || c.Participation == ParticipationStatus.Active
                           : c.Participation == ParticipationStatus.Leaving || c.Participation == ParticipationStatus.Left),
               };
    }

    private static Counts Sum(IReadOnlyCollection<Counted> counted) => new(counted.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Contracts)), new Dictionary<Concern, int>
    {
        [Concern.Overdue] = counted.Sum(c => c.Overdue),
        [Concern.Silent] = counted.Sum(c => c.Silent),
        [Concern.AtRisk] = counted.Sum(c => c.AtRisk),
        [Concern.Deferred] = counted.Sum(c => c.Deferred),
        [Concern.Disagreement] = counted.Sum(c => c.Disagreeing),
    });

    private sealed record Counted(Guid SchoolId, ContractState State, int Contracts, int Overdue, int Silent, int AtRisk, int Deferred, int Disagreeing);

    private sealed record Found(Guid Id, Guid MentorId, Guid TraineeId, Guid SchoolId, Guid SubjectId, ContractState State, TrainingStatus Training, ParticipationStatus Participation,
        bool IsOverdue, bool IsSilent, bool IsBehind, bool Disagrees, DateOnly? StageDueOn, DateTime? AwaitedSince, DateOnly? QuietSince, int? Reached, int? Asked)
    {
        public IReadOnlyList<Concern> Concerns =>
        [
            .. IsBehind || (IsOverdue && IsSilent) ? [Concern.AtRisk] : Array.Empty<Concern>(), .. IsOverdue ? [Concern.Overdue] : Array.Empty<Concern>(),
            .. IsSilent ? [Concern.Silent] : Array.Empty<Concern>(), .. Disagrees ? [Concern.Disagreement] : Array.Empty<Concern>(),
        ];
    }
}
