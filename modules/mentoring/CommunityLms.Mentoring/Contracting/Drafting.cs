using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>Two people who are to be paired.</summary>
/// <param name="Places">How many trainees the mentor takes at a time; null where only the limit for everybody holds.</param>
/// <param name="Instead">The contract in whose place the new one comes; it has ended. Null for a first one.</param>
internal sealed record PairToDraft(Guid MentorId, Guid TraineeId, int? Places = null, Contract? Instead = null);

/// <summary>A pair the rules don't allow.</summary>
internal sealed record RefusedPair(PairToDraft Pair, RuleBroken Why);

/// <summary>What became of the pairs: a contract, or a refusal with its reason.</summary>
internal sealed record Drafts(IReadOnlyList<Contract> Contracts, IReadOnlyList<RefusedPair> Refused);

/// <summary>The rules of pairing, the same for one pair by hand, a whole matching and a replacement: the number of queries doesn't grow with the pairs.</summary>
internal sealed class Drafting(MentoringDbContext db, IAccess access, ITeaching teaching, IOrganisation organisation, IPeople people, Admissions admissions) : IScopedDependency
{
    /// <summary>Drafts what is allowed. The caller adds the contracts and saves in turn (<see cref="PairingTurns"/>).</summary>
    /// <param name="from">The first day of the contracts: the programme's, or later for a replacement.</param>
    /// <param name="over">Contracts that end in the same save and stand in nobody's way.</param>
    /// <exception cref="RecordMissing">One of the people isn't there.</exception>
    /// <exception cref="AccessDenied">A trainee's school isn't the person's to pair for.</exception>
    public async Task<Drafts> Draft(Programme programme, Guid subjectId, IReadOnlyList<PairToDraft> pairs, DateOnly from, IReadOnlyCollection<Guid> over, CancellationToken cancel)
    {
        Guid[] ids = [.. pairs.SelectMany(p => new[] { p.MentorId, p.TraineeId }).Distinct()];
        await db.TakeTurns(subjectId, ids, cancel);
        var current = await db.Contracts.Current(subjectId, from, programme.To).Where(c => ids.Contains(c.TraineeId) || ids.Contains(c.MentorId))
            .Select(c => new { c.Id, c.MentorId, c.TraineeId }).ToListAsync(cancel);
        current.RemoveAll(c => over.Contains(c.Id));
        var mentorOf = current.GroupBy(c => c.TraineeId).ToDictionary(g => g.Key, g => g.First().MentorId);
        var load = current.CountBy(c => c.MentorId).ToDictionary();
        var names = await people.Find([.. ids.Union(mentorOf.Values)], cancel);
        var posts = (await teaching.PostsOf(ids, cancel)).ToLookup(p => p.PersonId);
        var (tree, scope) = (await organisation.Tree(cancel), await access.ScopeOf(MentoringPermissions.Contracts.Manage, cancel));
        var admission = await admissions.Of(programme, subjectId, [.. pairs.Select(p => p.MentorId)], cancel);
        var (contracts, refused) = (new List<Contract>(), new List<RefusedPair>());
        foreach (var pair in pairs)
        {
            try
            {
                contracts.Add(Pair(pair));
            }
            catch (RuleBroken why)
            {
                refused.Add(new(pair, why));
            }
        }
        return new(contracts, refused);

        Contract Pair(PairToDraft pair)
        {
            var contract = new Contract(programme, PartyOf(pair.MentorId, Side.Mentor), PartyOf(pair.TraineeId, Side.Trainee), subjectId, pair.Instead, from);
            if (!scope.Includes(contract.TraineeSchoolId))
                throw new AccessDenied(MentoringPermissions.Contracts.Manage);
            if (mentorOf.TryGetValue(pair.TraineeId, out var other))
                throw new RuleBroken(ContractRules.HasMentor, names[other].Name.ToString());
            var taken = load.GetValueOrDefault(pair.MentorId);
            if (taken >= Math.Min(pair.Places ?? Contract.MostTrainees, Contract.MostTrainees))
                throw new RuleBroken(ContractRules.MentorIsFull, names[pair.MentorId].Name.ToString(), taken);
            (mentorOf[pair.TraineeId], load[pair.MentorId]) = (pair.MentorId, taken + 1);
            return contract;
        }

        Party PartyOf(Guid personId, Side side)
        {
            var person = names.GetValueOrDefault(personId) ?? throw new RecordMissing("person");
            var party = (person.HasLeft ? null : Eligibility.Party(personId, subjectId, from, programme.To, posts[personId], tree)) ?? throw new RuleBroken(ContractRules.NotEmployed, person.Name.ToString());
            return admission.Refuses(side, personId, tree.Find(party.SchoolId)?.Setting) is { } refused ? throw new RuleBroken(refused, person.Name.ToString()) : party;
        }
    }
}

/// <summary>Who may take part in a programme.</summary>
internal static class Eligibility
{
    /// <summary>The school where somebody teaches the subject on every day between two days.</summary>
    /// <returns>Null where there is none.</returns>
    public static Party? Party(Guid personId, Guid subjectId, DateOnly from, DateOnly to, IEnumerable<TeachingPost> posts, OrganisationTree tree) =>
        posts.Where(p => p.PersonId == personId && p.SubjectId == subjectId && p.Covers(from, to))
            .Select(p => tree.Above(p.UnitId, UnitKind.School)).FirstOrDefault(school => school is not null) is { } found
            ? new(personId, found.Id, tree.Above(found.Id, UnitKind.District, UnitKind.County)?.Id) : null;

    /// <summary>Contracts in a subject that aren't over and hold at some time between two days.</summary>
    public static IQueryable<Contract> Current(this IQueryable<Contract> contracts, Guid subjectId, DateOnly from, DateOnly to) =>
        contracts.Where(c => c.SubjectId == subjectId && c.From <= to && c.To >= from && c.State != ContractState.Ended && c.State != ContractState.Completed);
}
