using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Stability;

/// <summary>A pair that isn't matched and would rather be, both of them.</summary>
/// <param name="Instead">Whom the mentor would give up for it; null when they have a place.</param>
public sealed record BlockingPair(Guid Trainee, Guid Mentor, Guid? Instead);

/// <summary>Finds what makes a matching unstable, whatever it was made by; none are left by <see cref="DeferredAcceptance"/>.</summary>
public static class BlockingPairs
{
    /// <summary>In the order of the trainees' ids, for each of them the mentor they would like best first. Pinned pairs aren't given up.</summary>
    public static IEnumerable<BlockingPair> Find(MatchingProblem problem, Preferences preferences, MatchingResult result)
    {
        var rankings = new Rankings(problem, preferences);
        var edges = new Dictionary<int, int>();
        foreach (var pair in result.Pairs.Where(p => !p.IsPinned))
            edges.Add(problem.TraineeNumbers[pair.Trainee], problem.FindEdge(pair.Trainee, pair.Mentor));
        var held = edges.ToLookup(e => problem.Edges[e.Value].Mentor);
        for (var t = 0; t < problem.Trainees.Count; t++)
            foreach (var edge in rankings.ChoicesOf(t).TakeWhile(e => !edges.TryGetValue(t, out var now) || rankings.ByTrainee(e) < rankings.ByTrainee(now)))
            {
                var mentor = problem.Edges[edge].Mentor;
                var (trainee, id) = (problem.Trainees[t], problem.Mentors[mentor].Id);
                if (held[mentor].Count() < problem.Capacity[mentor])
                    yield return new(trainee, id, null);
                else if (held[mentor].Any() && held[mentor].MaxBy(h => rankings.ByMentor(h.Value)) is var least && rankings.ByMentor(edge) < rankings.ByMentor(least.Value))
                    yield return new(trainee, id, problem.Trainees[least.Key]);
            }
    }
}
