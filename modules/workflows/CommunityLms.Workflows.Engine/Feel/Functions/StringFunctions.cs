using System.Globalization;
using System.Text;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>String functions without patterns (DMN 1.5, 10.3.4.3, table 74). Positions and lengths count code points.</summary>
internal static class StringFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("substring", new Signature("string: string, start position: number, length?: number", Substring)),
        new("string length", new Signature("string: string", c => FeelValue.Of(Length(c.Text(0))))),
        new("upper case", new Signature("string: string", c => c.Run.Text(c.Text(0).ToUpper(CultureInfo.InvariantCulture)))),
        new("lower case", new Signature("string: string", c => c.Run.Text(c.Text(0).ToLower(CultureInfo.InvariantCulture)))),
        new("substring before", new Signature("string: string, match: string", c => Around(c, before: true))),
        new("substring after", new Signature("string: string, match: string", c => Around(c, before: false))),
        new("contains", new Signature("string: string, match: string", c => FeelValue.Of(c.Text(0).Contains(c.Text(1), StringComparison.Ordinal)))),
        new("starts with", new Signature("string: string, match: string", c => FeelValue.Of(c.Text(0).StartsWith(c.Text(1), StringComparison.Ordinal)))),
        new("ends with", new Signature("string: string, match: string", c => FeelValue.Of(c.Text(0).EndsWith(c.Text(1), StringComparison.Ordinal)))),
        new("string join", new Signature("list: list, delimiter?: string", Join)),
    ];

    private static int Length(string text) => text.Length - CountPairs(text);

    private static int CountPairs(string text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                pairs++;
        }

        return pairs;
    }

    /// <summary>Footnote 1: positions from 1, from the end below zero. A length beyond the end means the rest, as elsewhere, where the footnote has null.</summary>
    private static FeelValue Substring(FeelCall call)
    {
        var text = call.Text(0);
        var length = Length(text);
        if (!call.TryWhole(1, out var start) || start == 0 || Math.Abs((long)start) > length)
            return call.Refuse(1);
        var first = start > 0 ? start - 1 : length + start;
        var most = length - first;
        if (call.Has(2))
        {
            if (!call.TryWhole(2, out var wanted) || wanted < 1)
                return call.Refuse(2);
            most = Math.Min(wanted, most);
        }

        if (text.Length == length)
            return call.Run.Text(text.Substring(first, most));
        var from = Units(text, 0, first);
        return call.Run.Text(text[from..Units(text, from, most)]);
    }

    /// <summary>Where a number of code points after a place ends.</summary>
    private static int Units(string text, int from, int codePoints)
    {
        for (; codePoints > 0; codePoints--)
            from += from + 1 < text.Length && char.IsSurrogatePair(text[from], text[from + 1]) ? 2 : 1;
        return from;
    }

    private static FeelValue Around(FeelCall call, bool before)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        var at = text.IndexOf(match, StringComparison.Ordinal);
        if (at < 0)
            return FeelValue.Of("");
        return call.Run.Text(before ? text[..at] : text[(at + match.Length)..]);
    }

    private static FeelValue Join(FeelCall call)
    {
        var delimiter = call.Has(1) ? call.Text(1) : "";
        var joined = new StringBuilder();
        var first = true;
        foreach (var item in call.List(0).Items)
        {
            if (item.IsNull)
                continue;
            if (item is not FeelString text)
                return call.Refuse(0);
            call.Run.EnsureLength((long)joined.Length + delimiter.Length + text.Value.Length);
            if (!first)
                joined.Append(delimiter);
            joined.Append(text.Value);
            first = false;
        }

        return call.Run.Text(joined.ToString());
    }
}
