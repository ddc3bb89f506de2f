using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>
/// Places one trainee after the other, each along the cheapest path of exchanges: they take a mentor's place, whoever had it takes another one,
/// and so on until a free place or until somebody stays unmatched. Each step leaves the cheapest matching of the trainees placed so far.
/// </summary>
/// <remarks>
/// Dijkstra's search (1959) over the mentors, on costs reduced by the prices, which stay non-negative (Edmonds and Karp, 1972; for assignments
/// Jonker and Volgenant, 1987). A trainee's price is the cost of their best choice, <c>min(cost + mentor's price)</c>; a mentor's price is what one place
/// more would save. Two things make it quick: the search ends at the best end found so far, and the candidates are read from the cheapest on
/// only as long as they can lie before that end.
/// </remarks>
internal sealed class ShortestPaths
{
    private readonly MatchingProblem _problem;
    private readonly MentorSlots _slots;
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _reached = [];
    private readonly List<int> _settled = [];

    /// <summary>Of each mentor in the search at hand: how far, from whom, by which edge.</summary>
    private readonly long[] _distance;
    private readonly int[] _from;
    private readonly int[] _by;

    /// <summary>No mentor's price is below, so a candidate's cost and this bound what lies beyond.</summary>
    private readonly long _leastPrice;

    private (long Distance, int Mentor, int Trainee) _end;

    public ShortestPaths(MatchingProblem problem)
    {
        _problem = problem;
        _slots = new(problem);
        _leastPrice = -problem.ShortfallPrice;
        TraineePrices = new long[problem.Trainees.Count];
        MentorPrices = [.. problem.Minimum.Select(m => m > 0 ? _leastPrice : 0)];
        Assigned = new int[problem.Trainees.Count];
        Array.Fill(Assigned, -1);
        _distance = new long[problem.Mentors.Count];
        Array.Fill(_distance, long.MaxValue);
        _from = new int[problem.Mentors.Count];
        _by = new int[problem.Mentors.Count];
    }

    /// <summary>The edge of each trainee, -1 for those who aren't matched.</summary>
    public int[] Assigned { get; }

    public long[] TraineePrices { get; }

    public long[] MentorPrices { get; }

    public void Place(int trainee)
    {
        TraineePrices[trainee] = BestChoice(trainee);
        _end = (_problem.UnmatchedPrice - TraineePrices[trainee], -1, trainee);
        Look(trainee, 0);
        while (_queue.TryDequeue(out var mentor, out var distance) && distance < _end.Distance)
            if (distance == _distance[mentor])
                Settle(mentor, distance);
        Raise(trainee);
        Exchange(trainee);
        foreach (var mentor in _reached)
            _distance[mentor] = long.MaxValue;
        _reached.Clear();
        _settled.Clear();
        _queue.Clear();
    }

    private long BestChoice(int trainee)
    {
        var best = _problem.UnmatchedPrice;
        foreach (var edge in _problem.EdgesOf(trainee))
            best = Math.Min(best, edge.Cost + MentorPrices[edge.Mentor]);
        return best;
    }

    /// <summary>Reaches the mentors a trainee could move to.</summary>
    private void Look(int trainee, long distance)
    {
        var start = distance - TraineePrices[trainee];
        for (var e = _problem.First[trainee]; e < _problem.First[trainee + 1]; e++)
        {
            var edge = _problem.Edges[e];
            if (start + edge.Cost + _leastPrice >= _end.Distance)
                return;
            var there = start + edge.Cost + MentorPrices[edge.Mentor];
            if (there < _end.Distance && there < _distance[edge.Mentor])
                Reach(edge.Mentor, there, trainee, e);
        }
    }

    private void Reach(int mentor, long distance, int trainee, int edge)
    {
        if (_distance[mentor] == long.MaxValue)
            _reached.Add(mentor);
        (_distance[mentor], _from[mentor], _by[mentor]) = (distance, trainee, edge);
        _queue.Enqueue(mentor, distance);
        if (_slots.HasRoom(mentor))
        {
            var end = distance + (_slots.IsBelowMinimum(mentor) ? _leastPrice : 0) - MentorPrices[mentor];
            if (end < _end.Distance)
                _end = (end, mentor, -1);
        }
    }

    /// <summary>A mentor's trainees are as near as the mentor: each pays exactly their price.</summary>
    private void Settle(int mentor, long distance)
    {
        _settled.Add(mentor);
        foreach (var trainee in _slots.Of(mentor))
        {
            var end = distance + _problem.UnmatchedPrice - TraineePrices[trainee];
            if (end < _end.Distance)
                _end = (end, -1, trainee);
            Look(trainee, distance);
        }
    }

    /// <summary>Prices rise by how much nearer than the end people are, which leaves no reduced cost below 0 and those along the path at 0.</summary>
    private void Raise(int trainee)
    {
        foreach (var mentor in _settled)
        {
            var rise = _end.Distance - _distance[mentor];
            // A mentor settled just before a nearer end was found lies at it or beyond.
            if (rise <= 0)
                continue;
            MentorPrices[mentor] += rise;
            foreach (var held in _slots.Of(mentor))
                TraineePrices[held] += rise;
        }
        TraineePrices[trainee] += _end.Distance;
    }

    /// <summary>Everybody on the path moves on by one, from its end back to the trainee who began it.</summary>
    private void Exchange(int trainee)
    {
        var (mentor, slot) = (_end.Mentor, 0);
        if (mentor >= 0)
            slot = _slots.TakeFree(mentor);
        else
        {
            var left = _end.Trainee;
            if (left == trainee)
                return;
            (mentor, slot) = (_problem.Edges[Assigned[left]].Mentor, _slots.Leave(left));
            Assigned[left] = -1;
        }
        while (true)
        {
            var (mover, edge) = (_from[mentor], _by[mentor]);
            var (before, vacated) = (Assigned[mover], _slots.Move(mover, slot));
            Assigned[mover] = edge;
            if (mover == trainee)
                return;
            (mentor, slot) = (_problem.Edges[before].Mentor, vacated);
        }
    }
}
