using CommunityLms.Workflows.Engine.Feel.Values;
using static CommunityLms.Workflows.Engine.Feel.Evaluation.Tests;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>
/// How points and ranges lie to each other (DMN 1.5, 10.3.4.8, table 78). Each formula is the table's. An undefined endpoint
/// lies before or behind everything; what can't be compared gives null.
/// </summary>
internal static class RangeFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("before", Points((a, b) => a.IsBefore(b)), PointAndRange(Before), RangeAndPoint((r, p) => Or(r.End.IsBefore(p), And(r.End.IsAt(p), !r.EndIncluded))), Ranges(Before)),
        new("after", Points((a, b) => b.IsBefore(a)), PointAndRange((p, r) => Or(r.End.IsBefore(p), And(p.IsAt(r.End), !r.EndIncluded))), RangeAndPoint((r, p) => Before(p, r)), Ranges((a, b) => Before(b, a))),
        new("meets", Ranges(Meets)),
        new("met by", Ranges((a, b) => Meets(b, a))),
        new("overlaps", Ranges((a, b) => And(Reaches(a, b), Reaches(b, a)))),
        new("overlaps before", Ranges(OverlapsBefore)),
        new("overlaps after", Ranges((a, b) => OverlapsBefore(b, a))),
        new("finishes", PointAndRange(Finishes), Ranges(Finishes)),
        new("finished by", RangeAndPoint((r, p) => Finishes(p, r)), Ranges((a, b) => Finishes(b, a))),
        new("includes", RangeAndPoint((r, p) => During(p, r)), Ranges((a, b) => During(b, a))),
        new("during", PointAndRange(During), Ranges(During)),
        new("starts", PointAndRange(Starts), Ranges(Starts)),
        new("started by", RangeAndPoint((r, p) => Starts(p, r)), Ranges((a, b) => Starts(b, a))),
        new("coincides", Points((a, b) => a.IsAt(b)), Ranges((a, b) => And(And(a.Start.IsAt(b.Start), a.StartIncluded == b.StartIncluded), And(a.End.IsAt(b.End), a.EndIncluded == b.EndIncluded)))),
    ];

    private static bool? Before(Edge point, Interval range) => Or(point.IsBefore(range.Start), And(point.IsAt(range.Start), !range.StartIncluded));

    private static bool? Before(Interval a, Interval b) => Or(a.End.IsBefore(b.Start), And(!a.EndIncluded || !b.StartIncluded, a.End.IsAt(b.Start)));

    private static bool? Meets(Interval a, Interval b) => And(a.EndIncluded && b.StartIncluded, a.End.IsAt(b.Start));

    /// <summary>The first goes on at least to where the second begins.</summary>
    private static bool? Reaches(Interval a, Interval b) => Or(b.Start.IsBefore(a.End), And(a.End.IsAt(b.Start), a.EndIncluded && b.StartIncluded));

    private static bool? OverlapsBefore(Interval a, Interval b) => And(
        And(Or(a.Start.IsBefore(b.Start), And(a.Start.IsAt(b.Start), a.StartIncluded && !b.StartIncluded)), Reaches(a, b)),
        Or(a.End.IsBefore(b.End), And(a.End.IsAt(b.End), !a.EndIncluded || b.EndIncluded)));

    private static bool? Finishes(Edge point, Interval range) => And(range.EndIncluded, range.End.IsAt(point));

    private static bool? Finishes(Interval a, Interval b) => And(And(a.EndIncluded == b.EndIncluded, a.End.IsAt(b.End)), StartsNoEarlier(a, b));

    private static bool? Starts(Edge point, Interval range) => And(range.Start.IsAt(point), range.StartIncluded);

    private static bool? Starts(Interval a, Interval b) => And(And(a.Start.IsAt(b.Start), a.StartIncluded == b.StartIncluded), EndsNoLater(a, b));

    private static bool? During(Edge point, Interval range) => Or(
        And(range.Start.IsBefore(point), point.IsBefore(range.End)),
        Or(And(range.Start.IsAt(point), range.StartIncluded), And(range.End.IsAt(point), range.EndIncluded)));

    private static bool? During(Interval a, Interval b) => And(StartsNoEarlier(a, b), EndsNoLater(a, b));

    private static bool? StartsNoEarlier(Interval a, Interval b) => Or(b.Start.IsBefore(a.Start), And(a.Start.IsAt(b.Start), !a.StartIncluded || b.StartIncluded));

    private static bool? EndsNoLater(Interval a, Interval b) => Or(a.End.IsBefore(b.End), And(a.End.IsAt(b.End), !a.EndIncluded || b.EndIncluded));

    private static Signature Points(Func<Edge, Edge, bool?> holds) =>
        new("point1: point, point2: point", c => Answer(c, holds(new(c[0], 0), new(c[1], 0))));

    private static Signature PointAndRange(Func<Edge, Interval, bool?> holds) =>
        new("point: point, range: range", c => Answer(c, holds(new(c[0], 0), new(c.Range(1)))));

    private static Signature RangeAndPoint(Func<Interval, Edge, bool?> holds) =>
        new("range: range, point: point", c => Answer(c, holds(new(c.Range(0)), new(c[1], 0))));

    private static Signature Ranges(Func<Interval, Interval, bool?> holds) =>
        new("range1: range, range2: range", c => Answer(c, holds(new(c.Range(0)), new(c.Range(1)))));

    private static FeelValue Answer(FeelCall call, bool? holds) => holds is { } known ? FeelValue.Of(known) : call.Warn(FeelTexts.ItemsNotComparable);
}

/// <summary>A range with its undefined endpoint at infinity.</summary>
internal readonly struct Interval(FeelRange range)
{
    public Edge Start => new(range.Start, range.Start.IsNull ? -1 : 0);

    public Edge End => new(range.End, range.End.IsNull ? 1 : 0);

    public bool StartIncluded => range.StartIncluded;

    public bool EndIncluded => range.EndIncluded;
}

/// <summary>A point, or an endpoint of a range.</summary>
/// <param name="Infinity">-1 before everything, 1 behind everything, 0 at the value.</param>
internal readonly record struct Edge(FeelValue Value, int Infinity)
{
    public bool? IsBefore(Edge other) => Order(other) is { } order ? order < 0 : null;

    public bool? IsAt(Edge other) => Order(other) is { } order ? order == 0 : null;

    private int? Order(Edge other) => Infinity != 0 || other.Infinity != 0 ? Infinity.CompareTo(other.Infinity) : FeelComparison.Order(Value, other.Value);
}
