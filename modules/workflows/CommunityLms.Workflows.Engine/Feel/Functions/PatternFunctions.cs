using System.Text;
using System.Text.RegularExpressions;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>String functions with regular expressions (DMN 1.5, 10.3.4.3, table 74 and its footnote 2). Where XPath has an error, FEEL has null.</summary>
internal static class PatternFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("matches", new Signature("input: string, pattern: string, flags?: string", c => With(c, c.Has(2) ? c.Text(2) : "", p => FeelValue.Of(p.IsMatch(c.Text(0)))))),
        new("replace", new Signature("input: string, pattern: string, replacement: string, flags?: string", c => With(c, c.Has(3) ? c.Text(3) : "", p => Replace(c, p)))),
        new("split", new Signature("string: string, delimiter: string", c => With(c, "", p => Split(c, p)))),
    ];

    private static FeelValue With(FeelCall call, string flags, Func<Regex, FeelValue> body)
    {
        var pattern = call.Text(1);
        if (Patterns.Find(pattern, flags, call.Run.Environment.PatternTimeout) is not { } regex)
            return call.Warn(FeelTexts.BadPattern, pattern);
        try
        {
            call.Run.Spend(call.Text(0).Length / 16);
            return body(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Warn(FeelTexts.PatternTooSlow, pattern);
        }
    }

    private static FeelValue Replace(FeelCall call, Regex pattern)
    {
        // A pattern that matches nothing at all is an error (FORX0003).
        if (pattern.IsMatch(""))
            return call.Refuse(1);
        if (Replacement(call.Text(2), pattern.GetGroupNumbers().Length) is not { } parts)
            return call.Refuse(2);
        var text = call.Text(0);
        var replaced = new StringBuilder();
        var copied = 0;
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            replaced.Append(text, copied, match.Index - copied);
            foreach (var (literal, group) in parts)
                replaced.Append(literal ?? match.Groups[group].Value);
            call.Run.EnsureLength(replaced.Length);
            copied = match.Index + match.Length;
        }

        return call.Run.Text(replaced.Append(text, copied, text.Length - copied).ToString());
    }

    /// <summary>Literal pieces and groups by number: $1 to $9 and more digits as long as there is such a group; \$ and \\ for the signs themselves. Null for anything else (FORX0004).</summary>
    private static List<(string? Literal, int Group)>? Replacement(string text, int groups)
    {
        var parts = new List<(string?, int)>();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\')
            {
                if (next is not ('\\' or '$'))
                    return null;
                parts.Add((next.ToString(), 0));
                i++;
            }
            else if (text[i] == '$')
            {
                if (!char.IsAsciiDigit(next))
                    return null;
                var group = next - '0';
                i++;
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (group * 10) + text[i + 1] - '0' < groups)
                    group = (group * 10) + text[++i] - '0';
                parts.Add(group < groups ? (null, group) : ("", 0));
            }
            else
            {
                parts.Add((text[i].ToString(), 0));
            }
        }

        return parts;
    }

    private static FeelValue Split(FeelCall call, Regex delimiter)
    {
        if (delimiter.IsMatch(""))
            return call.Refuse(1);
        var text = call.Text(0);
        var pieces = new List<FeelValue>();
        var from = 0;
        for (var match = delimiter.Match(text); match.Success; match = match.NextMatch())
        {
            pieces.Add(new FeelString(text[from..match.Index]));
            call.Run.EnsureItems(pieces.Count);
            from = match.Index + match.Length;
        }

        pieces.Add(new FeelString(text[from..]));
        return call.Run.List([.. pieces]);
    }
}
