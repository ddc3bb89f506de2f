using System.Runtime.CompilerServices;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>
/// Imports pairs of teachers: each becomes a contract, whose workflow begins. Once it has begun, the contract is withdrawn and not taken back
/// with the import. Exports the contracts that aren't over.
/// </summary>
internal sealed class TeacherPairImporter(MentoringDbContext db, ITeaching teaching, IOrganisation organisation, IPeople people, IAccess access, Drafting drafting) : IImporter
{
    public string Name => "teacher-pairs";

    public string Title => "Pairs of teachers";

    public string Permission => MentoringPermissions.Contracts.Manage;

    public Task<IReadOnlyList<TableColumn>> Columns(CancellationToken cancel) => Task.FromResult(TeacherPairColumns.All);

    public async IAsyncEnumerable<PlannedRow> Plan(IReadOnlyList<TypedRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var known = await people.ByStaffNumber([.. rows.SelectMany(r => new[] { r.Text(TeacherPairColumns.Mentor), r.Text(TeacherPairColumns.Trainee) }).OfType<string>().Distinct()], cancel);
        var programmes = await Programmes(cancel);
        var ids = known.Values.Select(p => p.Id).ToArray();
        var contracts = await Current().Where(c => ids.Contains(c.TraineeId) || ids.Contains(c.MentorId)).Select(c => new CurrentPair(c.ProgrammeId, c.SubjectId, c.MentorId, c.TraineeId, c.From, c.To)).ToListAsync(cancel);
        var mentors = await people.Find([.. contracts.Select(c => c.MentorId).Distinct()], cancel);
        var importing = new TeacherPairPlan(programmes, contracts, mentors, (await teaching.Subjects(cancel)).Values.ToList(), known, await teaching.PostsOf(ids, cancel),
            await organisation.Tree(cancel), await access.ScopeOf(Permission, cancel));
        foreach (var row in rows)
            yield return importing.Plan(row);
    }

    public async Task Apply(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var programmes = (await Programmes(cancel)).ToDictionary(p => p.Id);
        await db.SaveOnLatest(async () =>
        {
            // A file names a handful of programmes and subjects, however many pairs.
            foreach (var group in rows.Select(r => (ImportedPair)r.Payload!).GroupBy(p => (p.ProgrammeId, p.SubjectId)))
            {
                var programme = programmes[group.Key.ProgrammeId];
                var drafts = await drafting.Draft(programme, group.Key.SubjectId, [.. group.Select(p => new PairToDraft(p.MentorId, p.TraineeId))], programme.From, over: [], cancel);
                if (drafts.Refused is [var refused, ..])
                    throw refused.Why;
                db.AddRange(drafts.Contracts);
            }
        }, cancel, makesRows: true);
        db.ChangeTracker.Clear();
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> Export([EnumeratorCancellation] CancellationToken cancel)
    {
        var (scope, subjects) = (await access.ScopeOf(Permission, cancel), await teaching.Subjects(cancel));
        var programmes = await db.Programmes.ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var contracts = await Current().OrderBy(c => c.Id).Select(c => new { c.ProgrammeId, c.SubjectId, c.MentorId, c.TraineeId, c.TraineeSchoolId }).ToListAsync(cancel);
        var names = await people.Find([.. contracts.SelectMany(c => new[] { c.MentorId, c.TraineeId }).Distinct()], cancel);
        foreach (var contract in contracts.Where(c => scope.Includes(c.TraineeSchoolId)))
            yield return [programmes[contract.ProgrammeId], subjects.GetValueOrDefault(contract.SubjectId)?.Code, names.GetValueOrDefault(contract.MentorId)?.StaffNumber, names.GetValueOrDefault(contract.TraineeId)?.StaffNumber];
    }

    private IQueryable<Contract> Current() => db.Contracts.AsNoTracking().Where(c => c.State != ContractState.Ended && c.State != ContractState.Completed);

    private Task<List<Programme>> Programmes(CancellationToken cancel) =>
        db.Programmes.AsNoTracking().Include(p => p.Subjects).Include(p => p.Stages).AsSplitQuery().Where(p => p.State != ProgrammeState.Closed).ToListAsync(cancel);
}

/// <summary>A contract that isn't over.</summary>
internal sealed record CurrentPair(Guid ProgrammeId, Guid SubjectId, Guid MentorId, Guid TraineeId, DateOnly From, DateOnly To);

/// <summary>A pair to draft a contract for.</summary>
internal sealed record ImportedPair(Guid ProgrammeId, Guid MentorId, Guid TraineeId, Guid SubjectId);
