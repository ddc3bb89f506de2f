using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>How far an inspection has come.</summary>
internal enum InspectionState { Planned, Missed, FollowUpDue, FollowUpLate, Done }

internal sealed record InspectionRow(Guid Id, InspectionKind Kind, string School, string Inspector, DateOnly PlannedOn, string About, InspectionState State, DateOnly? FollowUpBy);

/// <param name="Names">Trainee with mentor of each contract concerned.</param>
internal sealed record InspectionView(Inspection Inspection, string Programme, string School, string Inspector, IReadOnlyList<(Guid ContractId, string Trainee, string Mentor)> Pairs, InspectionState State);

/// <summary>Something that worked, as those who can learn from it read it.</summary>
internal sealed record PracticeRow(Guid Id, string Title, string Practice, string School, string Programme, DateTime MadeKnownAt);

internal sealed class InspectionQueries(MentoringDbContext db, Inspecting inspecting, IAccess access, IOrganisation organisation, IPeople people, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <summary>Those of schools whose contracts the reader may see, and those they are to do themselves; the latest first.</summary>
    public async Task<Page<InspectionRow>> List(Guid? programmeId, InspectionState? state, PageRequest page, CancellationToken cancel)
    {
        var (scope, me, today) = (await access.ScopeOf(MentoringPermissions.Contracts.View, cancel), user.Actor?.PersonId, clock.Today());
        var units = scope.UnitIds.ToArray();
        var inspections = scope.Everything ? db.Inspections : db.Inspections.Where(i => units.Contains(i.SchoolId) || i.InspectorId == me);
        if (programmeId is { } programme)
            inspections = inspections.Where(i => i.ProgrammeId == programme);
        inspections = state switch
        {
            InspectionState.Planned => inspections.Where(i => i.DoneOn == null && i.PlannedOn >= today),
            InspectionState.Missed => inspections.Where(i => i.DoneOn == null && i.PlannedOn < today),
            InspectionState.FollowUpDue => inspections.Where(i => i.FollowUpBy >= today && i.FollowedUpOn == null),
            InspectionState.FollowUpLate => inspections.Where(i => i.FollowUpBy < today && i.FollowedUpOn == null),
            InspectionState.Done => inspections.Where(i => i.DoneOn != null && (i.FollowUpBy == null || i.FollowedUpOn != null)),
            _ => inspections,
        };
        var found = await inspections.ToPage(i => i.PlannedOn, i => i.Id, page, cancel, descending: true);
        var (names, tree) = (await people.Find([.. found.Items.Select(i => i.InspectorId).Distinct()], cancel), await organisation.Tree(cancel));
        return new([.. found.Items.Select(i => new InspectionRow(i.Id, i.Kind, tree.Find(i.SchoolId)?.Name.ToString() ?? "", names[i.InspectorId].Name.ToString(), i.PlannedOn, i.About, StateOf(i, today), i.FollowUpBy))], found.Next);
    }

    /// <exception cref="RecordMissing">There is no such inspection for the reader.</exception>
    public async Task<InspectionView> Find(Guid id, CancellationToken cancel)
    {
        var inspection = await inspecting.ToSee(id, cancel);
        var ids = inspection.Contracts.Select(c => c.ContractId).ToArray();
        var pairs = await db.Contracts.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.TraineeId, c.MentorId }).ToListAsync(cancel);
        var names = await people.Find([.. pairs.SelectMany(p => new[] { p.TraineeId, p.MentorId }).Append(inspection.InspectorId).Distinct()], cancel);
        var programme = await db.Programmes.Where(p => p.Id == inspection.ProgrammeId).Select(p => p.Name).SingleAsync(cancel);
        return new(inspection, programme, (await organisation.Tree(cancel)).Find(inspection.SchoolId)?.Name.ToString() ?? "", names[inspection.InspectorId].Name.ToString(),
            [.. pairs.Select(p => (p.Id, names[p.TraineeId].Name.ToString(), names[p.MentorId].Name.ToString()))], StateOf(inspection, clock.Today()));
    }

    /// <summary>Effective practice of the programmes in which the reader is mentor or trainee, or whose contracts they may see; the latest first.</summary>
    public async Task<Page<PracticeRow>> Practices(PageRequest page, CancellationToken cancel)
    {
        var found = await (await Readable(cancel)).ToPage(i => i.MadeKnownAt!.Value, i => i.Id, page, cancel, descending: true);
        return new(await Shown(found.Items, cancel), found.Next);
    }

    /// <exception cref="RecordMissing">There is no such practice for the reader.</exception>
    public async Task<PracticeRow> Practice(Guid id, CancellationToken cancel) =>
        await (await Readable(cancel)).Where(i => i.Id == id).ToListAsync(cancel) is [var found] ? (await Shown([found], cancel))[0] : throw new RecordMissing("practice");

    private async Task<IQueryable<Inspection>> Readable(CancellationToken cancel)
    {
        var known = db.Inspections.AsNoTracking().Where(i => i.MadeKnownAt != null);
        if (await access.May(MentoringPermissions.Contracts.View, cancel))
            return known;
        var me = user.Actor?.PersonId;
        return known.Where(i => db.Contracts.Any(c => c.ProgrammeId == i.ProgrammeId && (c.MentorId == me || c.TraineeId == me)));
    }

    private async Task<IReadOnlyList<PracticeRow>> Shown(IReadOnlyList<Inspection> found, CancellationToken cancel)
    {
        var (tree, ids) = (await organisation.Tree(cancel), found.Select(i => i.ProgrammeId).Distinct().ToArray());
        var programmes = await db.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. found.Select(i => new PracticeRow(i.Id, i.PracticeTitle!, i.Practice!, tree.Find(i.SchoolId)?.Name.ToString() ?? "", programmes[i.ProgrammeId], i.MadeKnownAt!.Value))];
    }

    private static InspectionState StateOf(Inspection i, DateOnly today) => (i.DoneOn, i.FollowUpBy, i.FollowedUpOn) switch
    {
        (null, _, _) => i.PlannedOn < today ? InspectionState.Missed : InspectionState.Planned,
        (_, { } by, null) => by < today ? InspectionState.FollowUpLate : InspectionState.FollowUpDue,
        _ => InspectionState.Done,
    };
}
