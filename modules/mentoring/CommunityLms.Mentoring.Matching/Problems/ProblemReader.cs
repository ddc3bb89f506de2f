namespace CommunityLms.Mentoring.Matching.Problems;

/// <summary>Checks an input and numbers it.</summary>
internal sealed class ProblemReader(MatchingInput input)
{
    /// <summary>Sums and prices stay below, four of them together below 64 bits.</summary>
    internal const long Most = 1L << 60;

    private readonly List<InputFault> _faults = [];
    private readonly Guid[] _trainees = [.. input.Trainees.Distinct().Order()];
    private readonly MentorPlaces[] _mentors = [.. input.Mentors.DistinctBy(m => m.Id).OrderBy(m => m.Id)];
    private readonly Dictionary<Guid, int> _traineeNumbers = [];
    private readonly Dictionary<Guid, int> _mentorNumbers = [];

    /// <param name="room">How many times the span of all costs must fit below <see cref="Most"/>, beside the number of trainees; null for what rematching needs.</param>
    /// <param name="shortfallPrice">Null for one that comes before all costs.</param>
    public ProblemReading Read(long? room = null, long? shortfallPrice = null)
    {
        ReadPeople();
        var forbidden = input.Forbidden.Where(p => Knows(p.Trainee, p.Mentor, out _, out _)).ToHashSet();
        var edges = ReadCandidates(forbidden, out var forbiddenEdges);
        var span = ReadSpan(room ?? 4L * (_trainees.Length + 1));
        foreach (var exclusion in input.Exclusions)
            Knows(exclusion.Trainee, exclusion.Mentor, out _, out _);
        var first = new int[_trainees.Length + 1];
        for (var t = 0; t < _trainees.Length; t++)
        {
            edges[t].Sort(Edge.ByCost);
            first[t + 1] = first[t] + edges[t].Count;
        }
        var pinned = ReadPinned(forbidden, edges, first, out var taken);
        if (_faults.Count > 0)
            return new(null, _faults);
        var minimum = _mentors.Select((m, i) => Math.Max(0, m.Minimum - taken[i])).ToArray();
        var unmatched = input.UnmatchedPrice ?? span;
        return new(new(input, _traineeNumbers, _mentorNumbers, forbiddenEdges.ToLookup(f => f.Trainee, f => f.Edge))
        {
            Trainees = _trainees,
            Mentors = _mentors,
            First = first,
            Edges = [.. edges.SelectMany(e => e)],
            Pinned = pinned,
            Capacity = [.. _mentors.Select((m, i) => m.Capacity - taken[i])],
            Minimum = minimum,
            CostSpan = span,
            UnmatchedPrice = unmatched,
            // An exchange of pairs passes from one mentor to one other at most, so one step of a minimum outweighs any change of cost.
            ShortfallPrice = Array.TrueForAll(minimum, m => m == 0) ? 0 : shortfallPrice ?? (input.UnmatchedPrice is { } price ? span + price : span),
        }, []);
    }

    private void ReadPeople()
    {
        foreach (var trainee in _trainees)
            _traineeNumbers.Add(trainee, _traineeNumbers.Count);
        foreach (var mentor in _mentors)
            _mentorNumbers.Add(mentor.Id, _mentorNumbers.Count);
        _faults.AddRange(input.Trainees.CountBy(t => t).Where(t => t.Value > 1).Select(t => new InputFault(InputFaultKind.TraineeTwice, t.Key)));
        _faults.AddRange(input.Mentors.CountBy(m => m.Id).Where(m => m.Value > 1).Select(m => new InputFault(InputFaultKind.MentorTwice, Mentor: m.Key)));
        foreach (var mentor in _mentors)
            if (mentor.Capacity < 0)
                _faults.Add(new(InputFaultKind.NegativeCapacity, Mentor: mentor.Id, Number: mentor.Capacity));
            else if (mentor.Minimum < 0)
                _faults.Add(new(InputFaultKind.NegativeMinimum, Mentor: mentor.Id, Number: mentor.Minimum));
            else if (mentor.Minimum > mentor.Capacity)
                _faults.Add(new(InputFaultKind.MinimumOverCapacity, Mentor: mentor.Id, Number: mentor.Minimum));
    }

    private List<Edge>[] ReadCandidates(HashSet<Pair> forbidden, out List<(int Trainee, Edge Edge)> forbiddenEdges)
    {
        var edges = new List<Edge>[_trainees.Length];
        for (var t = 0; t < edges.Length; t++)
            edges[t] = [];
        forbiddenEdges = [];
        for (var i = 0; i < input.Candidates.Count; i++)
        {
            var candidate = input.Candidates[i];
            if (!Knows(candidate.Trainee, candidate.Mentor, out var t, out var m))
                continue;
            if (candidate.Parts is { } parts && (Int128)candidate.Cost != parts.Aggregate(Int128.Zero, (sum, part) => sum + part.Cost))
                _faults.Add(new(InputFaultKind.PartsDifferFromCost, candidate.Trainee, candidate.Mentor, candidate.Cost));
            else if (forbidden.Count > 0 && forbidden.Contains(new(candidate.Trainee, candidate.Mentor)))
                forbiddenEdges.Add((t, new(candidate.Cost, m, i)));
            else
                edges[t].Add(new(candidate.Cost, m, i));
        }
        FindTwice(edges, forbiddenEdges.ToLookup(f => f.Trainee, f => f.Edge));
        return edges;
    }

    private void FindTwice(List<Edge>[] edges, ILookup<int, Edge> forbiddenEdges)
    {
        var lastSeenFor = new int[_mentors.Length];
        for (var t = 0; t < edges.Length; t++)
            foreach (var edge in forbiddenEdges[t].Concat(edges[t]))
            {
                if (lastSeenFor[edge.Mentor] == t + 1)
                    _faults.Add(new(InputFaultKind.CandidateTwice, _trainees[t], _mentors[edge.Mentor].Id));
                lastSeenFor[edge.Mentor] = t + 1;
            }
    }

    private long ReadSpan(long room)
    {
        var (least, most) = input.Candidates.Aggregate((Least: 0L, Most: 0L), (span, c) => (Math.Min(span.Least, c.Cost), Math.Max(span.Most, c.Cost)));
        var all = ((Int128)most - least) * _trainees.Length + 1;
        if (all * room > Most)
            _faults.Add(new(InputFaultKind.CostTooLarge, Number: most > -(Int128)least ? most : least));
        if (input.UnmatchedPrice is < 0)
            _faults.Add(new(InputFaultKind.NegativeUnmatchedPrice, Number: input.UnmatchedPrice));
        else if (input.UnmatchedPrice is { } price && (Int128)price * room > Most)
            _faults.Add(new(InputFaultKind.CostTooLarge, Number: price));
        return all > Most ? Most : (long)all;
    }

    private int[] ReadPinned(HashSet<Pair> forbidden, List<Edge>[] edges, int[] first, out int[] taken)
    {
        var pinned = new int[_trainees.Length];
        Array.Fill(pinned, -1);
        taken = new int[_mentors.Length];
        foreach (var pair in input.Pinned.Distinct())
        {
            if (!Knows(pair.Trainee, pair.Mentor, out var t, out var m))
                continue;
            var place = edges[t].FindIndex(e => e.Mentor == m);
            if (forbidden.Contains(pair))
                _faults.Add(new(InputFaultKind.PinnedAndForbidden, pair.Trainee, pair.Mentor));
            else if (pinned[t] >= 0)
                _faults.Add(new(InputFaultKind.PinnedTwice, pair.Trainee, pair.Mentor));
            else if (place < 0)
                _faults.Add(new(InputFaultKind.PinnedWithoutCandidate, pair.Trainee, pair.Mentor));
            else if (++taken[m] == _mentors[m].Capacity + 1)
                _faults.Add(new(InputFaultKind.PinnedOverCapacity, pair.Trainee, pair.Mentor, _mentors[m].Capacity));
            else
                pinned[t] = first[t] + place;
        }
        return pinned;
    }

    private bool Knows(Guid trainee, Guid? mentor, out int t, out int m)
    {
        (t, m) = (-1, -1);
        if (_traineeNumbers.TryGetValue(trainee, out t) && (mentor is not { } named || _mentorNumbers.TryGetValue(named, out m)) && trainee != mentor)
            return true;
        if (!_traineeNumbers.ContainsKey(trainee))
            _faults.Add(new(InputFaultKind.UnknownTrainee, trainee, mentor));
        if (mentor is { } unknown && !_mentorNumbers.ContainsKey(unknown))
            _faults.Add(new(InputFaultKind.UnknownMentor, trainee, mentor));
        if (trainee == mentor)
            _faults.Add(new(InputFaultKind.SelfPair, trainee, mentor));
        return false;
    }
}
