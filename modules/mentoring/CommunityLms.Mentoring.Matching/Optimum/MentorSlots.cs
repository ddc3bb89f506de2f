using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>Who has which place of which mentor, in one array.</summary>
internal sealed class MentorSlots
{
    private readonly MatchingProblem _problem;
    private readonly int[] _first;
    private readonly int[] _count;
    private readonly int[] _held;
    private readonly int[] _slotOf;

    public MentorSlots(MatchingProblem problem)
    {
        _problem = problem;
        // A place that nobody could take needs no room, however many a mentor offers.
        var wanted = new int[problem.Mentors.Count];
        foreach (var edge in problem.Edges)
            wanted[edge.Mentor]++;
        _count = new int[wanted.Length];
        _first = new int[wanted.Length + 1];
        for (var m = 0; m < wanted.Length; m++)
            _first[m + 1] = _first[m] + Math.Min(problem.Capacity[m], wanted[m]);
        _held = new int[_first[^1]];
        _slotOf = new int[problem.Trainees.Count];
        Array.Fill(_slotOf, -1);
    }

    public bool HasRoom(int mentor) => _count[mentor] < _problem.Capacity[mentor];

    public bool IsBelowMinimum(int mentor) => _count[mentor] < _problem.Minimum[mentor];

    public ReadOnlySpan<int> Of(int mentor) => _held.AsSpan(_first[mentor], _count[mentor]);

    public int TakeFree(int mentor) => _first[mentor] + _count[mentor]++;

    /// <returns>The slot that somebody else takes now.</returns>
    public int Leave(int trainee)
    {
        var slot = _slotOf[trainee];
        _slotOf[trainee] = -1;
        return slot;
    }

    /// <returns>The slot the trainee had; -1 when they had none.</returns>
    public int Move(int trainee, int slot)
    {
        var before = _slotOf[trainee];
        (_slotOf[trainee], _held[slot]) = (slot, trainee);
        return before;
    }
}
