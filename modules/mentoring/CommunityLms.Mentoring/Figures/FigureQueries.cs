using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Figures;

/// <summary>Counts the figures of a programme, for the trainees of the reader's units.</summary>
internal sealed class FigureQueries(MentoringDbContext db, IAccess access, IOrganisation organisation, ITeaching teaching) : IScopedDependency
{
    /// <summary>Four queries for all figures: the pairs, since people are counted once however many contracts they have, and the rest grouped by school and subject.</summary>
    public async Task<FigureReport> Report(Guid programmeId, FigureFilter filter, CancellationToken cancel)
    {
        var contracts = await Contracts(programmeId, filter, cancel);
        var counted = new Counted(await contracts.Select(c => new Pair(c.TraineeSchoolId, c.SubjectId, c.MentorId, c.TraineeId, c.State)).ToListAsync(cancel), await Cells(contracts, cancel));
        var (tree, subjects) = (await organisation.Tree(cancel), await teaching.Subjects(cancel));
        var district = counted.Pairs.Select(p => p.SchoolId).Distinct().ToDictionary(s => s, s => tree.Above(s, UnitKind.District, UnitKind.County));
        var districts = district.Values.OfType<UnitInfo>().DistinctBy(d => d.Id).Select(d => Column(d.Name.ToString(), filter with { DistrictId = d.Id }, counted.Of(s => district[s]?.Id == d.Id)));
        var parts = counted.Pairs.Select(p => p.SubjectId).Distinct().Select(s => Column(subjects[s].Name.ToString(), filter with { SubjectId = s }, counted.Of(subjectId: s)));
        return new(Column("", filter, counted), [.. districts.OrderBy(d => d.Name, StringComparer.CurrentCulture)], [.. parts.OrderBy(s => s.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>The contracts that are counted.</summary>
    public async Task<IQueryable<Contract>> Contracts(Guid programmeId, FigureFilter filter, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(MentoringPermissions.Contracts.View, cancel);
        if (filter.DistrictId is { } district)
            scope = scope.And(new(Everything: false, (await organisation.Tree(cancel)).SubtreeOf(district).Select(u => u.Id).ToHashSet()));
        var contracts = db.Contracts.AsNoTracking().Where(c => c.ProgrammeId == programmeId).Within(scope, c => c.TraineeSchoolId);
        return filter.SubjectId is { } subject ? contracts.Where(c => c.SubjectId == subject) : contracts;
    }

    /// <summary>The log of these contracts, as far as a figure counts it.</summary>
    public IQueryable<Contact> Contacts(IQueryable<Contract> contracts, Figure figure)
    {
        var contacts = db.Contacts.AsNoTracking().Where(l => contracts.Any(c => c.Id == l.ContractId));
        return figure.Contact is { } kind ? contacts.Where(l => l.Kind == kind) : contacts.Where(l => l.Minutes > 0);
    }

    /// <summary>What was accepted in these contracts, as far as a figure counts it.</summary>
    public IQueryable<Evidence> Evidence(IQueryable<Contract> contracts, Figure figure)
    {
        var evidence = db.Evidence.AsNoTracking().Where(e => e.AcceptedAt != null && e.VoidedFor == null && contracts.Any(c => c.Id == e.ContractId));
        return figure.Activity is { } kind ? evidence.Where(e => e.Kind == kind) : evidence.Where(e => e.Characters > 0);
    }

    private async Task<IReadOnlyList<Cell>> Cells(IQueryable<Contract> contracts, CancellationToken cancel)
    {
        var contacts = await contracts.Join(db.Contacts, c => c.Id, l => l.ContractId, (c, l) => new { c.TraineeSchoolId, c.SubjectId, l.Kind, l.Minutes })
            .GroupBy(l => new { l.TraineeSchoolId, l.SubjectId, l.Kind }).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(l => (long)l.Minutes) }).ToListAsync(cancel);
        var evidence = await contracts.Join(db.Evidence.Where(e => e.AcceptedAt != null && e.VoidedFor == null), c => c.Id, e => e.ContractId, (c, e) => new { c.TraineeSchoolId, c.SubjectId, e.Kind, e.Characters })
            .GroupBy(e => new { e.TraineeSchoolId, e.SubjectId, e.Kind }).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(e => (long)e.Characters) }).ToListAsync(cancel);
        var stages = await contracts.SelectMany(c => c.Stages, (c, s) => new { c.TraineeSchoolId, c.SubjectId, s.ClosedAt }).Where(s => s.ClosedAt != null)
            .GroupBy(s => new { s.TraineeSchoolId, s.SubjectId }).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return
        [
            .. contacts.Select(c => new Cell(FigureRecords.Contacts, c.Key.Kind, c.Key.TraineeSchoolId, c.Key.SubjectId, c.Count, c.Sum)),
            .. evidence.Select(e => new Cell(FigureRecords.Evidence, e.Key.Kind, e.Key.TraineeSchoolId, e.Key.SubjectId, e.Count, e.Sum)),
            .. stages.Select(s => new Cell(FigureRecords.Stages, null, s.Key.TraineeSchoolId, s.Key.SubjectId, s.Count, 0)),
        ];
    }

    private static FigureColumn Column(string name, FigureFilter filter, Counted counted) => new(name, filter, [.. Figure.All.Select(counted.Value)]);

    private sealed record Pair(Guid SchoolId, Guid SubjectId, Guid MentorId, Guid TraineeId, ContractState State);

    /// <param name="Kind">Of contact or activity; null for stages.</param>
    private sealed record Cell(FigureRecords Of, Enum? Kind, Guid SchoolId, Guid SubjectId, long Count, long Sum);

    private sealed record Counted(IReadOnlyList<Pair> Pairs, IReadOnlyList<Cell> Cells)
    {
        public Counted Of(Func<Guid, bool>? school = null, Guid? subjectId = null) => new(
            [.. Pairs.Where(p => school?.Invoke(p.SchoolId) != false && (subjectId ?? p.SubjectId) == p.SubjectId)],
            [.. Cells.Where(c => school?.Invoke(c.SchoolId) != false && (subjectId ?? c.SubjectId) == c.SubjectId)]);

        public long Value(Figure figure) => figure.Of switch
        {
            FigureRecords.Contracts => Pairs.Count(p => figure.State is not { } state || p.State == state),
            FigureRecords.Pairs => Standing.DistinctBy(p => (p.MentorId, p.TraineeId)).Count(),
            FigureRecords.Trainees => Standing.DistinctBy(p => p.TraineeId).Count(),
            FigureRecords.Mentors => Standing.DistinctBy(p => p.MentorId).Count(),
            _ => Cells.Where(c => c.Of == figure.Of && (figure.Contact is not { } contact || c.Kind!.Equals(contact)) && (figure.Activity is not { } activity || c.Kind!.Equals(activity))).Sum(c => figure.IsSum ? c.Sum : c.Count),
        };

        private IEnumerable<Pair> Standing => Pairs.Where(p => p.State != ContractState.Ended);
    }
}
