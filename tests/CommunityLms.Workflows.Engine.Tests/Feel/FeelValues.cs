using CommunityLms.Workflows.Engine.Feel.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>Any values, for properties.</summary>
internal static class FeelValues
{
    private static readonly string[] Texts = ["", "a", "Li Wen", "王小明", "𠮷🐎", "\"", "\\", "\n\r\t", "\u0001", "@", "2026-01-01", "\u2028", "null", "…"];

    private static readonly string[] Keys = ["a", "b c", "姓名", "a-b", "if", "@", "@@", "", "x\"y", "item", "1"];

    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(n => (decimal)n),
        Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 10_000m),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1.00m));

    private static readonly Gen<FeelValue> Date =
        from year in Gen.OneOf(Gen.Choose(1900, 2100), Gen.Elements(-999_999_999, -1, 0, 12_345, 999_999_999))
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select (FeelValue)FeelDate.Of(year, month, day)!;

    private static readonly Gen<FeelZone?> Zone = Gen.OneOf(
        Gen.Constant((FeelZone?)null),
        Gen.Choose(-840, 840).Select(minutes => FeelZone.OfOffset(minutes * 60)),
        Gen.Choose(-50_400, 50_400).Select(FeelZone.OfOffset),
        Gen.Elements("Asia/Shanghai", "Europe/Paris", "America/New_York", "Etc/UTC").Select(FeelZone.OfId));

    private static readonly Gen<FeelValue> Time =
        from second in Gen.Choose(0, 86_399)
        from fraction in Gen.Elements(0m, 0.5m, 0.123456789m)
        from zone in Zone
        select (FeelValue)new FeelTime(second + fraction, zone);

    private static readonly Gen<FeelValue> Moment =
        from date in Date
        from time in Time
        select (FeelValue)new FeelDateTime((FeelDate)date, (FeelTime)time);

    /// <summary>Values with an order, each with others of its type.</summary>
    public static readonly IReadOnlyList<Gen<FeelValue>> Ordered =
    [
        Number.Select(FeelValue.Of),
        Gen.Elements(Texts).Two().Select(t => FeelValue.Of(t.Item1 + t.Item2)),
        Date,
        Time,
        Moment,
        Gen.Choose(-1_000_000, 1_000_000).Select(n => (FeelValue)FeelDaysDuration.OfSeconds(n / 7m)!),
        Gen.Choose(-10_000, 10_000).Select(n => (FeelValue)new FeelMonthsDuration(n)),
    ];

    private static readonly Gen<FeelValue> Range =
        from kind in Gen.Elements<Gen<FeelValue>>([.. Ordered])
        from ends in kind.Two()
        from missing in Gen.Choose(0, 5)
        from startIncluded in Gen.Elements(true, false)
        from endIncluded in Gen.Elements(true, false)
        let start = missing == 0 ? FeelValue.Null : ends.Item1
        let end = missing == 1 ? FeelValue.Null : ends.Item2
        select (FeelValue?)FeelRange.Of(start, startIncluded, end, endIncluded) ?? FeelRange.Of(end, startIncluded, start, endIncluded) ?? FeelValue.Null;

    private static readonly Gen<FeelValue> Simple = Gen.OneOf([Gen.Elements(FeelValue.Null, FeelValue.Of(value: true), FeelValue.Of(value: false)), .. Ordered, Range]);

    public static readonly Gen<FeelValue> Any = Nested(3);

    private static Gen<FeelValue> Nested(int depth) => depth == 0 ? Simple : Gen.OneOf(
        Simple,
        Nested(depth - 1).ArrayOf().Resize(4).Select(items => FeelValue.Of(items)),
        from keys in Gen.Elements(Keys).ArrayOf().Resize(4)
        from values in Nested(depth - 1).ArrayOf(keys.Length)
        select (FeelValue)new FeelContext(keys.Zip(values, KeyValuePair.Create)));
}
