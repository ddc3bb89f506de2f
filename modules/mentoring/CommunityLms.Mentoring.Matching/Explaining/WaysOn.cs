using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Explaining;

/// <summary>
/// From every mentor the cheapest way of making room: nobody moves because the mentor is a target, or one of their trainees moves to another
/// mentor, whence somebody moves on, up to a target. One search for all mentors at once.
/// </summary>
/// <remarks>
/// Dijkstra's search backwards from all targets over the residual graph, on costs reduced by the certificate's prices. Between mentors the true
/// cost of a way is its reduced cost plus the price it starts at less the price it ends at, so each target begins at minus its price.
/// </remarks>
internal sealed class WaysOn
{
    private readonly MatchingProblem _problem;
    private readonly Certificate _prices;
    private readonly long[] _reduced;

    /// <summary>Who moves away from each mentor, and by which edge; -1 at a target.</summary>
    private readonly int[] _mover;
    private readonly int[] _by;

    /// <param name="assigned">The edge of each trainee, -1 without one.</param>
    /// <param name="comers">Who could come to each mentor.</param>
    public WaysOn(MatchingProblem problem, Certificate prices, int[] assigned, ILookup<int, (int Trainee, int Edge)> comers, Func<int, bool> isTarget, CancellationToken cancel)
    {
        (_problem, _prices) = (problem, prices);
        _reduced = new long[problem.Mentors.Count];
        Array.Fill(_reduced, long.MaxValue);
        _mover = new int[_reduced.Length];
        Array.Fill(_mover, -1);
        _by = new int[_reduced.Length];
        var queue = new PriorityQueue<int, (long, int)>();
        for (var m = 0; m < _reduced.Length; m++)
            if (isTarget(m))
                queue.Enqueue(m, (_reduced[m] = -prices.MentorPrices[m], m));
        while (queue.TryDequeue(out var mentor, out var at))
        {
            cancel.ThrowIfCancellationRequested();
            if (at.Item1 != _reduced[mentor])
                continue;
            foreach (var (trainee, edge) in comers[mentor])
                if (assigned[trainee] is >= 0 and var now && problem.Edges[now].Mentor != mentor && problem.Pinned[trainee] < 0)
                {
                    var from = problem.Edges[now].Mentor;
                    var there = at.Item1 + problem.Edges[edge].Cost + prices.MentorPrices[mentor] - prices.TraineePrices[trainee];
                    if (there < _reduced[from])
                    {
                        (_reduced[from], _mover[from], _by[from]) = (there, trainee, edge);
                        queue.Enqueue(from, (there, from));
                    }
                }
        }
    }

    /// <returns>What making room there adds to the total cost; null when no target can be reached.</returns>
    public long? CostFrom(int mentor) => _reduced[mentor] == long.MaxValue ? null : _reduced[mentor] + _prices.MentorPrices[mentor];

    /// <summary>The mentor at the end of the way, and everybody on it with their new mentor.</summary>
    public (int Target, IEnumerable<Pair> Moves) Follow(int mentor)
    {
        var moves = new List<Pair>();
        for (; _mover[mentor] >= 0; mentor = _problem.Edges[_by[mentor]].Mentor)
            moves.Add(new(_problem.Trainees[_mover[mentor]], _problem.Mentors[_problem.Edges[_by[mentor]].Mentor].Id));
        return (mentor, moves);
    }
}
