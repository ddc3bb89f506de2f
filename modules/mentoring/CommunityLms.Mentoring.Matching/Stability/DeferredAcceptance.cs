using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Stability;

/// <summary>
/// A stable matching: no trainee and mentor who aren't matched would both rather be. Of all stable ones it is the best for every trainee at once,
/// and no trainee gains by ranking otherwise than they feel.
/// </summary>
/// <remarks>
/// Gale and Shapley, College Admissions and the Stability of Marriage, American Mathematical Monthly 69 (1962); with places as in hospitals and
/// residents, Roth, Journal of Political Economy 92 (1984), by whose theorem the same people stay unmatched in every stable matching, so that
/// mentors' minimums aren't looked at. Pinned pairs hold and stand outside.
/// </remarks>
public static class DeferredAcceptance
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MatchingResult Of(MatchingProblem problem, Preferences preferences, CancellationToken cancel = default)
    {
        var rankings = new Rankings(problem, preferences);
        var held = problem.Capacity.Select(_ => new PriorityQueue<int, int>()).ToArray();
        var asked = new int[problem.Trainees.Count];
        var assigned = problem.Pinned.ToArray();
        var free = new Queue<int>(Enumerable.Range(0, asked.Length).Where(t => problem.Pinned[t] < 0));
        while (free.TryDequeue(out var trainee))
        {
            cancel.ThrowIfCancellationRequested();
            if (asked[trainee] == rankings.ChoicesOf(trainee).Count)
                continue;
            var edge = rankings.ChoicesOf(trainee)[asked[trainee]++];
            var mentor = problem.Edges[edge].Mentor;
            // The least liked stands first, so that they are the one to go.
            held[mentor].Enqueue(trainee, -rankings.ByMentor(edge));
            assigned[trainee] = edge;
            if (held[mentor].Count <= problem.Capacity[mentor])
                continue;
            var refused = held[mentor].Dequeue();
            assigned[refused] = -1;
            free.Enqueue(refused);
        }
        return MatchingResult.Of(problem, assigned);
    }
}
