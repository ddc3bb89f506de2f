using System.Diagnostics;
using System.Globalization;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Stability;

namespace CommunityLms.Bench;

/// <summary>The matching of an invented city, which needs neither host nor database.</summary>
internal static class MatchingCity
{
    private const int Trainees = 10_000, Mentors = 4_500, Candidates = 50;

    private static readonly City[] s_cities =
    [
        new("more places than trainees", 4, 1_000),
        new("fewer places than trainees", 3, 1_000),
        new("more places, costs to a million", 4, 1_000_000),
        new("as many places as trainees, candidates from all the city", 3, 1_000, Districts: 1, Places: Trainees),
        new("fewer places, each mentor to have two trainees", 3, 1_000, Minimum: 2),
        new("fewer places, costs that are products, candidates from all the city", 3, 1_000, Districts: 1, Product: true),
    ];

    /// <summary>Nobody ranks: both sides' order is that of the costs.</summary>
    private static readonly Preferences s_byCost = new(new Dictionary<Guid, IReadOnlyList<Guid>>(), new Dictionary<Guid, IReadOnlyList<Guid>>());

    public static void Run()
    {
        foreach (var city in s_cities)
            Measure(city.Name, Draw(new Random(7), city));
    }

    private static void Measure(string name, MatchingInput input)
    {
        var clock = Stopwatch.StartNew();
        var busy = Environment.CpuUsage.TotalTime;
        var problem = MatchingProblem.Read(input).Problem!;
        var read = clock.Elapsed;
        var result = OptimalMatching.Of(problem);
        var solved = clock.Elapsed;
        var worked = Environment.CpuUsage.TotalTime - busy;
        var check = Certificate.Check(problem, result);
        var proven = clock.Elapsed;
        var why = WhyUnmatched.Of(problem, result);
        var explained = clock.Elapsed;
        var stable = DeferredAcceptance.Of(problem, s_byCost);
        var unstable = BlockingPairs.Find(problem, s_byCost, result).Count();
        var accepted = clock.Elapsed;
        var left = input.Mentors.Take(Mentors / 20).Select(m => m.Id).ToHashSet();
        var now = input with { Mentors = [.. input.Mentors.Where(m => !left.Contains(m.Id))], Candidates = [.. input.Candidates.Where(c => !left.Contains(c.Mentor))] };
        var rematch = Rematching.Of(MatchingProblem.Read(now).Problem!, [.. result.Pairs.Select(p => p.Pair)]);
        var rematched = clock.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            matching, {name}: {problem.Input.Candidates.Count} candidates, {input.Mentors.Sum(m => m.Capacity)} places
              read {read.TotalSeconds:0.00} s, matched {(solved - read).TotalSeconds:0.00} s, together {worked.TotalSeconds:0.00} s of a processor; proven {(proven - solved).TotalSeconds:0.00} s, explained {(explained - proven).TotalSeconds:0.00} s
              {result.Unmatched.Count} unmatched ({why.Count(w => w.Remedies.Count > 0)} with a way out), total cost {result.TotalCost}, proven: {check.IsProven}
              deferred acceptance and blocking pairs {(accepted - explained).TotalSeconds:0.00} s: {stable.Pairs.Count} matched, {unstable} pairs block the cheapest
              every twentieth mentor left, matched anew {(rematched - accepted).TotalSeconds:0.00} s: {rematch.Kept.Count} pairs of {result.Pairs.Count} kept, proven: {Certificate.Check(rematch.Favouring, rematch.Favoured).IsProven}
              peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB
            """));
    }

    /// <summary>People live in districts along a line and look for mentors near by; some mentors cost more than others with everybody.</summary>
    private static MatchingInput Draw(Random chance, City city)
    {
        Guid Id()
        {
            var bytes = new byte[16];
            chance.NextBytes(bytes);
            return new(bytes);
        }
        var mentors = Enumerable.Range(0, Mentors).Select(_ => (Id: Id(), Capacity: chance.Next(1, city.Largest + 1), Home: chance.Next(city.Districts), Strength: chance.Next(city.Dearest))).ToArray();
        for (var m = 0; city.Places is { } places && mentors.Sum(o => o.Capacity) is var all && all != places; m = (m + 1) % Mentors)
            mentors[m].Capacity = Math.Clamp(mentors[m].Capacity + Math.Sign(places - all), 1, city.Largest);
        var near = mentors.ToLookup(m => m.Home);
        var trainees = Enumerable.Range(0, Trainees).Select(_ => Id()).ToArray();
        var candidates = new List<Candidate>(Trainees * Candidates);
        foreach (var trainee in trainees)
        {
            var home = Math.Min(chance.Next(city.Districts), chance.Next(city.Districts));
            var around = near[home].Concat(near[(home + 1) % city.Districts]).Distinct().ToArray();
            chance.Shuffle(around);
            var need = chance.Next(city.Dearest);
            foreach (var mentor in around.Take(Candidates))
                candidates.Add(new(trainee, mentor.Id, (city.Product ? (long)need * mentor.Strength : chance.Next(city.Dearest) + mentor.Strength) + (mentor.Home == home ? 0 : city.Dearest / 4)));
        }
        return new(trainees, [.. mentors.Select(m => new MentorPlaces(m.Id, m.Capacity, Math.Min(m.Capacity, city.Minimum)))], candidates);
    }

    /// <param name="Product">Costs are a number of the trainee's times one of the mentor's, which asks for the longest exchanges (Machol and Wien, Operations Research 24, 1976).</param>
    private sealed record City(string Name, int Largest, int Dearest, int Districts = 12, int? Places = null, int Minimum = 0, bool Product = false);
}
