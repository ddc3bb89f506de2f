using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>
/// The people of a city by kind, so that its tens of millions of pairs needn't be looked at one by one: people of one district, setting and grade
/// band fit a stranger equally well. Who somebody is matters only to colleagues, to those who were a pair with them before, and where either ranked the other.
/// </summary>
internal sealed class PoolKinds
{
    /// <param name="ruleAgainst">The name of the rule that excludes a mentor and a trainee, null where none does; it may look at what makes a kind, and at whether they are colleagues.</param>
    public PoolKinds(PairCosts costs, Func<Participant, Participant, string?> ruleAgainst, IReadOnlyList<Participant> mentors, IReadOnlyList<Participant> trainees)
    {
        Mentors = ByKind(mentors);
        KindOfMentor = new int[mentors.Count];
        foreach (var (number, kind) in Mentors.Index())
            foreach (var m in kind)
                KindOfMentor[m] = number;
        Participant[] somebody = [.. Mentors.Select(kind => Stranger(mentors[kind[0]], Guid.Empty))];
        Trainees = [.. ByKind(trainees).Select(kind => KindOfTrainees(kind, Stranger(trainees[kind[0]], Guid.AllBitsSet)))];
        Known = KnownTo(costs, mentors, trainees);

        TraineeKind KindOfTrainees(int[] kind, Participant trainee)
        {
            string?[] rules = [.. somebody.Select(mentor => ruleAgainst(mentor, trainee))];
            return new(kind, [.. somebody.Index().Where(m => rules[m.Index] is null).Select(m => (m.Index, Cost: costs.Of(m.Item, trainee))).OrderBy(m => m.Cost)], rules)
            {
                Excluded = rules.Zip(Mentors).Where(r => r.First is not null).GroupBy(r => r.First!, r => r.Second.Length).ToDictionary(r => r.Key, r => r.Sum()),
            };
        }
    }

    /// <summary>The mentors of each kind, as places in the list of mentors.</summary>
    public IReadOnlyList<int[]> Mentors { get; }

    public int[] KindOfMentor { get; }

    public IReadOnlyList<TraineeKind> Trainees { get; }

    /// <summary>For each trainee the mentors who aren't strangers to them, themself included.</summary>
    public IReadOnlyList<int[]> Known { get; }

    private static List<int[]> ByKind(IReadOnlyList<Participant> people) =>
        [.. people.Index().GroupBy(p => (p.Item.Setting, p.Item.DistrictId, p.Item.GradeBand, Ranks: p.Item.Choices.Count > 0), p => p.Index).Select(kind => kind.ToArray())];

    /// <summary>Somebody of the same kind whom nobody knows.</summary>
    private static Participant Stranger(Participant person, Guid nobody) => person with { PersonId = nobody, SchoolId = nobody };

    private static int[][] KnownTo(PairCosts costs, IReadOnlyList<Participant> mentors, IReadOnlyList<Participant> trainees)
    {
        var numbers = mentors.Index().ToDictionary(m => m.Item.PersonId, m => m.Index);
        var colleagues = mentors.Index().ToLookup(m => m.Item.SchoolId, m => m.Index);
        var ranked = trainees.SelectMany(t => t.Choices.Select(m => new Pair(t.PersonId, m))).Concat(mentors.SelectMany(m => m.Choices.Select(t => new Pair(t, m.PersonId))));
        var acquainted = costs.Earlier.Concat(ranked).Concat(trainees.Select(t => new Pair(t.PersonId, t.PersonId))).Where(p => numbers.ContainsKey(p.Mentor)).ToLookup(p => p.Trainee, p => numbers[p.Mentor]);
        return [.. trainees.Select(t => colleagues[t.SchoolId].Concat(acquainted[t.PersonId]).Distinct().ToArray())];
    }
}

/// <summary>Trainees whom every stranger fits equally well.</summary>
/// <param name="Trainees">As places in the list of trainees.</param>
/// <param name="Costs">With the kinds of mentors that the rules allow, the cheapest first.</param>
/// <param name="Rules">For each kind of mentors the rule that excludes it; null where none does.</param>
internal sealed record TraineeKind(int[] Trainees, IReadOnlyList<(int MentorKind, long Cost)> Costs, IReadOnlyList<string?> Rules)
{
    /// <summary>How many mentors each rule excludes.</summary>
    public required Dictionary<string, int> Excluded { get; init; }
}
