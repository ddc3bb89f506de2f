using System.Linq.Expressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>A contract in a list.</summary>
/// <param name="Waits">What the workflow waits for, in the order of its way.</param>
internal sealed record ContractRow(Guid Id, PersonName Mentor, PersonName Trainee, LocalName? School, LocalName Subject, ContractState State, TrainingStatus Training, IReadOnlyList<ContractStep> Waits, DateOnly From, DateOnly To, bool StatusesDisagree = false);

/// <summary>Which contracts are asked for.</summary>
internal sealed record ContractFilter(Guid? ProgrammeId = null, ContractState? State = null);

/// <summary>Lists of contracts: all within one's reach, one's own, those that wait for one's seal.</summary>
internal sealed class ContractQueries(MentoringDbContext db, IAccess access, ITeaching teaching, IOrganisation organisation, IPeople people, ICurrentUser user) : IScopedDependency
{
    private static readonly Expression<Func<Contract, Found>> s_found = c => new Found(c.Id, c.MentorId, c.TraineeId, c.TraineeSchoolId, c.SubjectId, c.State, c.Training, c.From, c.To,
        c.Asked.Where(a => a.EndedAt == null).Select(a => a.Step).ToList(), c.Participation);

    public async Task<Page<ContractRow>> All(ContractFilter filter, PageRequest page, CancellationToken cancel)
    {
        var contracts = db.Contracts.Within(await access.ScopeOf(MentoringPermissions.Contracts.View, cancel), c => c.TraineeSchoolId);
        if (filter.ProgrammeId is { } programme)
            contracts = contracts.Where(c => c.ProgrammeId == programme);
        if (filter.State is { } state)
            contracts = contracts.Where(c => c.State == state);
        var found = await contracts.ToPage(c => c.Id, c => c.Id, s_found, page, cancel, descending: true);
        return new(await Name(found.Items, cancel), found.Next);
    }

    /// <summary>Those in which whoever is signed in is mentor or trainee, the newest first.</summary>
    public async Task<IReadOnlyList<ContractRow>> Mine(CancellationToken cancel) => user.Actor?.PersonId is { } me
        ? await Name(await db.Contracts.Where(c => c.MentorId == me || c.TraineeId == me).OrderByDescending(c => c.Id).Select(s_found).ToListAsync(cancel), cancel)
        : [];

    /// <summary>The contracts with these ids, wherever they are; whoever asks answers for who may see them.</summary>
    public async Task<IReadOnlyDictionary<Guid, ContractRow>> Named(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        (await Name(await db.Contracts.Where(c => ids.Contains(c.Id)).Select(s_found).ToListAsync(cancel), cancel)).ToDictionary(r => r.Id);

    private async Task<IReadOnlyList<ContractRow>> Name(IReadOnlyList<Found> found, CancellationToken cancel)
    {
        if (found.Count == 0)
            return [];
        var names = await people.Find([.. found.SelectMany(f => new[] { f.MentorId, f.TraineeId }).Distinct()], cancel);
        var (subjects, tree) = (await teaching.Subjects(cancel), await organisation.Tree(cancel));
        return [.. found.Select(f => new ContractRow(f.Id, names[f.MentorId].Name, names[f.TraineeId].Name, tree.Find(f.SchoolId)?.Name, subjects[f.SubjectId].Name, f.State, f.Training,
            [.. f.Waits.Order()], f.From, f.To, Contract.Disagree(f.State, f.Training, f.Participation)))];
    }

    private sealed record Found(Guid Id, Guid MentorId, Guid TraineeId, Guid SchoolId, Guid SubjectId, ContractState State, TrainingStatus Training, DateOnly From, DateOnly To, List<ContractStep> Waits, ParticipationStatus Participation);
}
