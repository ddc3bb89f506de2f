namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>The operators = and &lt; (DMN 1.5, 10.3.2.15, tables 53 and 54): defined for two values of the same type, null for anything else.</summary>
internal static class FeelComparison
{
    /// <summary>Three-valued equality. Null equals null only, and comparing with null always has an answer (table 50).</summary>
    public static bool? Equal(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNull, _) or (_, FeelNull) => left.IsNull && right.IsNull,
        (FeelNumber a, FeelNumber b) => a.Value == b.Value,
        (FeelString a, FeelString b) => a.Value == b.Value,
        (FeelBoolean a, FeelBoolean b) => a.Value == b.Value,
        (FeelTime a, FeelTime b) => a.Zone is null == b.Zone is null && a.UtcSeconds == b.UtcSeconds,
        (FeelDateTime a, FeelDateTime b) => a.Zone is null == b.Zone is null && a.UtcSeconds == b.UtcSeconds,
        (FeelList a, FeelList b) => ListsEqual(a, b),
        (FeelContext a, FeelContext b) => ContextsEqual(a, b),
        (FeelRange a, FeelRange b) => RangesEqual(a, b),
        (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
        _ => Order(left, right) is { } order ? order == 0 : null,
    };

    /// <summary>Negative, zero or positive; null where the two have no order. A time or date and time without zone takes the offset of the other.</summary>
    public static int? Order(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => OrderByCodePoint(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.DayNumber.CompareTo(b.DayNumber),
        (FeelTime a, FeelTime b) => a.Zone is null == b.Zone is null ? a.UtcSeconds.CompareTo(b.UtcSeconds) : a.SecondOfDay.CompareTo(b.SecondOfDay),
        (FeelDateTime a, FeelDateTime b) => a.Zone is null == b.Zone is null ? a.UtcSeconds.CompareTo(b.UtcSeconds) : a.LocalSeconds.CompareTo(b.LocalSeconds),
        (FeelDaysDuration a, FeelDaysDuration b) => a.Seconds.CompareTo(b.Seconds),
        (FeelMonthsDuration a, FeelMonthsDuration b) => a.Months.CompareTo(b.Months),
        _ => null,
    };

    /// <summary>Characters are code points: one beyond the basic plane follows every other, which UTF-16 units don't show.</summary>
    private static int OrderByCodePoint(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shorter; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a != b)
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static bool? ListsEqual(FeelList left, FeelList right)
    {
        if (left.Count != right.Count)
            return false;
        bool? all = true;
        for (var i = 0; i < left.Count && all != false; i++)
            all = Both(all, Equal(left[i], right[i]));
        return all;
    }

    private static bool? ContextsEqual(FeelContext left, FeelContext right)
    {
        if (left.Count != right.Count || !left.Keys.All(right.ContainsKey))
            return false;
        bool? all = true;
        foreach (var (key, value) in left)
            all = Both(all, Equal(value, right[key]));
        return all;
    }

    private static bool? RangesEqual(FeelRange left, FeelRange right) =>
        left.StartIncluded != right.StartIncluded || left.EndIncluded != right.EndIncluded
            ? false
            : Both(Equal(left.Start, right.Start), Equal(left.End, right.End));

    private static bool? Both(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;
}
