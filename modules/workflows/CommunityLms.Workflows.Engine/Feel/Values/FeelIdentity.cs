namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>The built-in <c>is</c> (DMN 1.5, 10.3.2.2 and table 77): the same element of the domain.</summary>
internal static class FeelIdentity
{
    public static bool Same(FeelValue left, FeelValue right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (FeelTime a, FeelTime b) => a.SecondOfDay == b.SecondOfDay && a.Zone == b.Zone,
        (FeelDateTime a, FeelDateTime b) => Same(a.Date, b.Date) && Same(a.Time, b.Time),
        (FeelList a, FeelList b) => SameItems(a.Items, b.Items),
        (FeelContext a, FeelContext b) => a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out var other) && Same(e.Value, other)),
        (FeelRange a, FeelRange b) => a.StartIncluded == b.StartIncluded && a.EndIncluded == b.EndIncluded && Same(a.Start, b.Start) && Same(a.End, b.End),
        _ => FeelComparison.Equal(left, right) == true,
    };

    public static int Hash(FeelValue value) => value switch
    {
        FeelBoolean boolean => boolean.Value ? 1 : 2,
        FeelNumber number => number.Value.GetHashCode(),
        FeelString text => text.Value.GetHashCode(StringComparison.Ordinal),
        FeelDate date => date.DayNumber.GetHashCode(),
        FeelTime time => time.SecondOfDay.GetHashCode(),
        FeelDateTime moment => moment.LocalSeconds.GetHashCode(),
        FeelDaysDuration duration => duration.Seconds.GetHashCode(),
        FeelMonthsDuration duration => duration.Months.GetHashCode(),
        FeelList list => list.Aggregate(list.Count, (hash, item) => HashCode.Combine(hash, Hash(item))),
        // The order of entries doesn't matter.
        FeelContext context => context.Aggregate(context.Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, Hash(entry.Value))),
        FeelRange range => HashCode.Combine(Hash(range.Start), Hash(range.End)),
        FeelFunction function => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(function),
        _ => 0,
    };

    private static bool SameItems(ReadOnlySpan<FeelValue> left, ReadOnlySpan<FeelValue> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i]))
                return false;
        }

        return true;
    }
}
