using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Conversion functions to numbers, strings and ranges, and the functions on truth values (DMN 1.5, 10.3.4.1, 10.3.4.2 and 10.3.4.7).</summary>
internal static class ConversionFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("number", new("from: string, grouping separator: any, decimal separator: any", ToNumber), new("from: string", c => Read(c, c.Text(0)))),
        new("string", new Signature("from: some", c => c.Run.Text(FeelPrinter.Text(c[0])))),
        new("range", new Signature("from: string", ToRange)),
        new("not", new Signature("negand: any", c => c[0] is FeelBoolean truth ? FeelValue.Of(!truth.Value) : FeelValue.Null)),
        new("is", new Signature("value1: any, value2: any", c => FeelValue.Of(c[0].Equals(c[1])))),
    ];

    /// <summary>Footnote 1 of table 72: what the separators may be.</summary>
    private static FeelValue ToNumber(FeelCall call)
    {
        var (grouping, point) = (call[1], call[2]);
        if (!grouping.IsNull && grouping is not FeelString { Value: " " or "," or "." })
            return call.Refuse(1);
        if ((!point.IsNull && point is not FeelString { Value: "," or "." }) || (!point.IsNull && point.Equals(grouping)))
            return call.Refuse(2);
        var text = call.Text(0);
        if (grouping is FeelString group)
            text = text.Replace(group.Value, "", StringComparison.Ordinal);
        if (point is FeelString { Value: "," })
            text = text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(',', '.');
        return Read(call, text);
    }

    private static FeelValue Read(FeelCall call, string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length == 0 || NumberText.End(digits, 0) != digits.Length || NumberText.Value(digits) is not { } number)
            return call.Refuse(0);
        return new FeelNumber(digits.Length == text.Length ? number : -number);
    }

    /// <summary>Grammar rules 66 and 67: literal endpoints, one of which may be missing.</summary>
    private static FeelValue ToRange(FeelCall call) => RangeText.Read(call.Text(0)) ?? call.Refuse(0);
}
