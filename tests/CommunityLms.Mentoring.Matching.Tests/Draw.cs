using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Stability;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Mentoring.Matching.Tests;

/// <summary>People and problems to test with.</summary>
internal static class Draw
{
    public static Guid T(int number) => new(number, 0, 1, new byte[8]);

    public static Guid M(int number) => new(number, 0, 2, new byte[8]);

    /// <summary>Runs a check on so many random problems; a failure names the seed.</summary>
    public static void Check(int times, Action<Random> check) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => check(new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>A few people, costs that often tie, capacities from none to three, some pairs forbidden and some pinned.</summary>
    public static MatchingInput Small(Random chance, bool minimums = false)
    {
        var (trainees, mentors) = (chance.Next(1, 6), chance.Next(1, 5));
        var input = Of(chance, trainees, mentors, density: chance.NextDouble(), costs: chance.Next(2) == 0 ? 3 : 50, largest: 3, minimums);
        var pairs = input.Candidates.Select(c => new Pair(c.Trainee, c.Mentor)).ToArray();
        chance.Shuffle(pairs);
        var forbidden = pairs.Take(chance.Next(3)).ToList();
        var places = input.Mentors.ToDictionary(m => m.Id, m => m.Capacity);
        var pinned = pairs.Skip(forbidden.Count).Take(chance.Next(2)).Where(p => places[p.Mentor]-- > 0).DistinctBy(p => p.Trainee).ToList();
        return input with { Forbidden = forbidden, Pinned = pinned };
    }

    public static MatchingInput Of(Random chance, int trainees, int mentors, double density, int costs, int largest, bool minimums = false) => new(
        [.. Enumerable.Range(0, trainees).Select(T)],
        [.. Enumerable.Range(0, mentors).Select(m => (Number: m, Capacity: chance.Next(largest + 1))).Select(m => new MentorPlaces(M(m.Number), m.Capacity, minimums ? chance.Next(m.Capacity + 1) : 0))],
        [.. from t in Enumerable.Range(0, trainees)
            from m in Enumerable.Range(0, mentors)
            where chance.NextDouble() < density
            select new Candidate(T(t), M(m), chance.Next(costs) - (costs / 4))]);

    public static MatchingProblem Problem(this MatchingInput input)
    {
        var reading = MatchingProblem.Read(input);
        reading.Faults.ShouldBeEmpty();
        return reading.Problem!;
    }

    public static Preferences Preferences(Random chance, MatchingInput input)
    {
        IReadOnlyList<Guid> Some(IEnumerable<Guid> all)
        {
            var list = all.ToArray();
            chance.Shuffle(list);
            return [.. list.Take(chance.Next(list.Length + 1))];
        }
        return new(input.Trainees.Where(_ => chance.Next(4) > 0).ToDictionary(t => t, _ => Some(input.Mentors.Select(m => m.Id))),
            input.Mentors.Where(_ => chance.Next(4) > 0).ToDictionary(m => m.Id, _ => Some(input.Trainees)), chance.Next(2) == 0);
    }

    public static int Shortfall(this MatchingInput input, IEnumerable<Pair> pairs)
    {
        var load = pairs.CountBy(p => p.Mentor).ToDictionary();
        return input.Mentors.Sum(m => Math.Max(0, m.Minimum - load.GetValueOrDefault(m.Id)));
    }
}
