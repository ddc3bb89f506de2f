using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.MidTerm;

/// <summary>
/// Says of each changed pair what forced it. Pairs that can't stay say so themselves. Who could have stayed left for somebody who came, that one
/// for the next, back to somebody who had to: rows of people never go round in a circle, since undoing a circle would keep more pairs.
/// </summary>
internal sealed class ChangeCauses(MatchingProblem problem, IReadOnlyList<Pair> before, MatchingResult result)
{
    private readonly Dictionary<Guid, Guid> _old = before.ToDictionary(p => p.Trainee, p => p.Mentor);
    private readonly Dictionary<Guid, Guid> _new = result.Pairs.ToDictionary(p => p.Trainee, p => p.Mentor);
    private readonly HashSet<Pair> _forbidden = [.. problem.Input.Forbidden];

    public IReadOnlyList<PairChange> Find()
    {
        var changed = _old.Keys.Union(_new.Keys).Where(t => Old(t) != New(t)).Order().ToList();
        var changes = changed.Select(t => (Trainee: t, Cause: OwnCause(t))).Where(t => t.Cause is not null)
            .ToDictionary(t => t.Trainee, t => new PairChange(t.Trainee, Old(t.Trainee), New(t.Trainee), t.Cause!.Value, t.Cause == ChangeCause.RuleExcludes ? RuleAgainst(t.Trainee) : null));
        var comers = changed.Where(t => New(t) is not null).ToLookup(t => New(t)!.Value);
        foreach (var leavers in changed.Where(t => !changes.ContainsKey(t)).GroupBy(t => Old(t)!.Value).ToList())
            foreach (var change in Leaving(leavers.Key, [.. leavers], [.. comers[leavers.Key]]))
                changes.Add(change.Trainee, change);
        return [.. changed.Select(t => changes[t]).Select(c => c.Cause == ChangeCause.MadeRoom ? c with { Root = RootOf(c, changes) } : c)];
    }

    private Guid? Old(Guid trainee) => _old.TryGetValue(trainee, out var mentor) ? mentor : null;

    private Guid? New(Guid trainee) => _new.TryGetValue(trainee, out var mentor) ? mentor : null;

    /// <summary>Null when the old pair could have stayed.</summary>
    private ChangeCause? OwnCause(Guid trainee)
    {
        if (Old(trainee) is not { } mentor)
            return ChangeCause.HadNone;
        if (!problem.TraineeNumbers.TryGetValue(trainee, out var t))
            return ChangeCause.TraineeLeft;
        if (!problem.MentorNumbers.ContainsKey(mentor))
            return ChangeCause.MentorLeft;
        if (_forbidden.Contains(new(trainee, mentor)))
            return ChangeCause.Forbidden;
        if (problem.FindEdge(trainee, mentor) < 0)
            return ChangeCause.RuleExcludes;
        return problem.Pinned[t] >= 0 ? ChangeCause.PinnedElsewhere : null;
    }

    private string? RuleAgainst(Guid trainee) =>
        problem.Exclusions[problem.TraineeNumbers[trainee]].FirstOrDefault(e => e.Mentor == Old(trainee))?.Rule;

    /// <summary>Those who left a mentor though they could have stayed: as many as had no place at all, then one for each who came and found none free.</summary>
    private IEnumerable<PairChange> Leaving(Guid mentor, List<Guid> leavers, List<Guid> comers)
    {
        var capacity = problem.Mentors[problem.MentorNumbers[mentor]].Capacity;
        var kept = result.Pairs.Count(p => p.Mentor == mentor) - comers.Count;
        var withoutPlace = Math.Max(0, kept + leavers.Count - capacity);
        var crowded = Math.Max(0, kept + leavers.Count + comers.Count - capacity);
        return leavers.Index().Select(l => new PairChange(l.Item, mentor, New(l.Item), l.Index < withoutPlace ? ChangeCause.FewerPlaces : l.Index < crowded ? ChangeCause.MadeRoom : ChangeCause.FillsMinimum))
            .Select((c, i) => c.Cause == ChangeCause.MadeRoom ? c with { MadeRoomFor = comers[i - withoutPlace] } : c);
    }

    private static Guid RootOf(PairChange change, Dictionary<Guid, PairChange> changes)
    {
        while (change.MadeRoomFor is { } comer)
            change = changes[comer];
        return change.Trainee;
    }
}
