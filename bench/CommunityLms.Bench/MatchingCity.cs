using System.Diagnostics;
using System.Globalization;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Bench;

/// <summary>The matching of an invented city, which needs neither host nor database.</summary>
internal static class MatchingCity
{
    private const int Trainees = 10_000, Mentors = 4_500, Candidates = 50, Districts = 12;

    public static void Run()
    {
        foreach (var (name, largest, dearest) in new[] { ("more places than trainees", 4, 1_000), ("fewer places than trainees", 3, 1_000), ("more places, costs to a million", 4, 1_000_000), ("all costs alike", 4, 1) })
            Measure(name, Draw(new Random(7), largest, dearest));
    }

    private static void Measure(string name, MatchingInput input)
    {
        var clock = Stopwatch.StartNew();
        var problem = MatchingProblem.Read(input).Problem!;
        var read = clock.Elapsed;
        var result = OptimalMatching.Of(problem);
        var solved = clock.Elapsed;
        var check = Certificate.Check(problem, result);
        var proven = clock.Elapsed;
        var why = WhyUnmatched.Of(problem, result);
        var explained = clock.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            matching, {name}: {problem.Input.Candidates.Count} candidates, {input.Mentors.Sum(m => m.Capacity)} places
              read {read.TotalSeconds:0.00} s, matched {(solved - read).TotalSeconds:0.00} s, proven {(proven - solved).TotalSeconds:0.00} s, explained {(explained - proven).TotalSeconds:0.00} s
              {result.Unmatched.Count} unmatched ({why.Count(w => w.Remedies.Count > 0)} with a way out), total cost {result.TotalCost}, proven: {check.IsProven}
              peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB
            """));
    }

    /// <summary>People live in districts along a line and look for mentors near by, some mentors being dear to everybody.</summary>
    private static MatchingInput Draw(Random chance, int largest, int dearest)
    {
        Guid Id()
        {
            var bytes = new byte[16];
            chance.NextBytes(bytes);
            return new(bytes);
        }
        var mentors = Enumerable.Range(0, Mentors).Select(_ => (Places: new MentorPlaces(Id(), chance.Next(1, largest + 1)), Home: chance.Next(Districts), Strength: chance.Next(dearest))).ToArray();
        var near = mentors.ToLookup(m => m.Home);
        var trainees = Enumerable.Range(0, Trainees).Select(_ => Id()).ToArray();
        var candidates = new List<Candidate>(Trainees * Candidates);
        foreach (var trainee in trainees)
        {
            var home = Math.Min(chance.Next(Districts), chance.Next(Districts));
            var around = near[home].Concat(near[(home + 1) % Districts]).ToArray();
            chance.Shuffle(around);
            foreach (var mentor in around.Take(Candidates))
                candidates.Add(new(trainee, mentor.Places.Id, chance.Next(dearest) + mentor.Strength + (mentor.Home == home ? 0 : dearest / 4)));
        }
        return new(trainees, [.. mentors.Select(m => m.Places)], candidates);
    }
}
