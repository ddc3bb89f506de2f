using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Stability;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>A round as a problem to be computed.</summary>
/// <param name="People">Both sides by id, to say of a pair what it costs.</param>
internal sealed record RoundProblem(MatchingProblem Problem, PairFinder Finder, Preferences Preferences, PairCosts Costs, IReadOnlyDictionary<Guid, Participant> People);

/// <summary>Reads what a round computes with: who takes part now, the places mentors have free, earlier pairs, wishes and settled pairs.</summary>
internal sealed class RoundProblems(MentoringDbContext db, IOrganisation organisation, IPeople people) : IScopedDependency
{
    /// <param name="pool">As it is found now.</param>
    /// <exception cref="RuleBroken">A side is empty, or settled pairs can't hold any more.</exception>
    public async Task<RoundProblem> Read(MatchingRound round, Programme programme, IReadOnlyList<PoolMember> pool, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var load = (await db.Contracts.Current(round.SubjectId, programme.From, programme.To).Select(c => c.MentorId).ToListAsync(cancel)).CountBy(m => m).ToDictionary();
        var earlier = await db.Contracts.Where(c => c.SubjectId == round.SubjectId).Select(c => new { c.TraineeId, c.MentorId }).ToListAsync(cancel);
        var taking = pool.Where(m => m is { TakesPart: true, SchoolId: not null }).OrderBy(m => m.PersonId).ToList();
        var members = taking.ToDictionary(m => m.PersonId, m => Participant.Of(m.PersonId, m.SchoolId!.Value, m.GradeBand, m.ReadChoices(), tree));
        var mentors = taking.Where(m => m.Side == Side.Mentor).Select(m => (members[m.PersonId], m.Places - load.GetValueOrDefault(m.PersonId))).ToList();
        var trainees = taking.Where(m => m.Side == Side.Trainee).Select(m => members[m.PersonId]).ToList();
        if (mentors.Count == 0 || trainees.Count == 0)
            throw new RuleBroken(RoundRules.PoolIsEmpty);
        var costs = new PairCosts(round.Wishes.ToDictionary(w => w.Wish, w => w.Weight), earlier.Select(e => new Pair(e.TraineeId, e.MentorId)).ToHashSet());
        var rulings = round.Rulings.Where(r => members.ContainsKey(r.MentorId) && members.ContainsKey(r.TraineeId)).ToLookup(r => r.Kind, r => new Pair(r.TraineeId, r.MentorId));
        var finder = new PairFinder(costs, programme, mentors, trainees);
        var input = finder.Find(rulings[RulingKind.Pinned].ToHashSet(), cancel) with
        {
            Pinned = [.. rulings[RulingKind.Pinned]],
            Forbidden = [.. rulings[RulingKind.Forbidden]],
        };
        var reading = MatchingProblem.Read(input);
        return new(reading.Problem ?? throw await CannotHold(reading.Faults, cancel), finder, PreferencesOf(members.Values, trainees), costs, members);
    }

    private static Preferences PreferencesOf(IEnumerable<Participant> members, IEnumerable<Participant> trainees)
    {
        var side = trainees.Select(t => t.PersonId).ToHashSet();
        var lists = members.Where(m => m.Choices.Count > 0).ToLookup(m => side.Contains(m.PersonId));
        return new(lists[true].ToDictionary(m => m.PersonId, m => m.Choices), lists[false].ToDictionary(m => m.PersonId, m => m.Choices));
    }

    private async Task<RuleBroken> CannotHold(IReadOnlyList<InputFault> faults, CancellationToken cancel)
    {
        var names = await people.Find([.. faults.SelectMany(f => new[] { f.Trainee, f.Mentor }).OfType<Guid>().Distinct()], cancel);
        return new(RoundRules.CannotCompute, string.Join(", ", names.Values.Select(n => n.Name.ToString())));
    }
}
