namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>A range of comparable values (DMN 1.5, 10.3.2.7). An endpoint that is null is undefined: <c>&gt; 1</c> has a start only.</summary>
public sealed class FeelRange : FeelValue
{
    private FeelRange(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded) =>
        (Start, StartIncluded, End, EndIncluded) = (start, startIncluded, end, endIncluded);

    public FeelValue Start { get; }

    public bool StartIncluded { get; }

    public FeelValue End { get; }

    public bool EndIncluded { get; }

    public override FeelKind Kind => FeelKind.Range;

    internal override long Weight => 1 + Start.Weight + End.Weight;

    /// <summary>Null unless at least one endpoint is defined and, where both are, the start doesn't follow the end.</summary>
    public static FeelRange? Of(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded)
    {
        // An undefined endpoint is never included.
        (startIncluded, endIncluded) = (startIncluded && !start.IsNull, endIncluded && !end.IsNull);
        var ordered = (start.IsNull, end.IsNull) switch
        {
            (true, true) => false,
            (false, false) => FeelComparison.Order(start, end) <= 0,
            (true, false) => FeelComparison.Order(end, end) == 0,
            (false, true) => FeelComparison.Order(start, start) == 0,
        };
        return ordered ? new(start, startIncluded, end, endIncluded) : null;
    }

    /// <summary>Whether the point lies inside; null where it can't be compared.</summary>
    public bool? Includes(FeelValue point)
    {
        var afterStart = Start.IsNull ? true : Beyond(FeelComparison.Order(point, Start), StartIncluded);
        var beforeEnd = End.IsNull ? true : Beyond(FeelComparison.Order(End, point), EndIncluded);
        return afterStart is null || beforeEnd is null ? null : afterStart.Value && beforeEnd.Value;
    }

    private static bool? Beyond(int? order, bool included) => order is { } known ? known > 0 || (known == 0 && included) : null;
}
