using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>The string of a range (DMN 1.5, grammar rules 66 and 67): <c>[18..21)</c>, <c>[2..)</c>, <c>(..2)</c>.</summary>
internal static class RangeText
{
    private const int Longest = 50_000;

    /// <summary>Null for anything else.</summary>
    public static FeelRange? Read(string text)
    {
        text = text.Trim();
        if (text.Length is < 4 or > Longest || text[0] is not ('[' or '(' or ']') || text[^1] is not (']' or ')' or '['))
            return null;
        try
        {
            var tokens = FeelLexer.Tokens(text[1..^1]);
            var split = tokens.FindIndex(t => t.Is(".."));
            if (split < 0)
                return null;
            var (start, startIncluded) = (Endpoint(tokens[..split]), text[0] == '[');
            var (end, endIncluded) = (Endpoint(tokens[(split + 1)..^1]), text[^1] == ']');
            return start is null || end is null || (startIncluded && start.IsNull) || (endIncluded && end.IsNull)
                ? null
                : FeelRange.Of(start, startIncluded, end, endIncluded);
        }
        catch (FeelSyntaxError)
        {
            return null;
        }
    }

    /// <summary>The string that is read as this range again.</summary>
    public static string Write(FeelRange range) =>
        (range.StartIncluded ? "[" : "(") + Text(range.Start) + ".." + Text(range.End) + (range.EndIncluded ? "]" : ")");

    private static string Text(FeelValue endpoint) => endpoint.IsNull ? "" : endpoint.ToString();

    /// <summary>The literal; a FEEL null where nothing is written, a C# null where something else is.</summary>
    private static FeelValue? Endpoint(List<FeelToken> tokens)
    {
        if (tokens.Count == 0)
            return FeelValue.Null;
        // A literal needs no scope, so an endpoint that evaluates by itself to a simple value without an operator is one.
        return tokens switch
        {
            [{ Kind: TokenKind.Number } number] => Number(number.Text, 1),
            [{ Kind: TokenKind.Symbol, Text: "-" }, { Kind: TokenKind.Number } number] => Number(number.Text, -1),
            [{ Kind: TokenKind.Text } quoted] => new FeelString(quoted.Text),
            [{ Kind: TokenKind.Symbol, Text: "@" }, { Kind: TokenKind.Text } quoted] => Temporal.TemporalText.Any(quoted.Text),
            [.. { Count: > 0 and < 4 } function, { Kind: TokenKind.Symbol, Text: "(" }, { Kind: TokenKind.Text } quoted, { Kind: TokenKind.Symbol, Text: ")" }] =>
                Call(string.Join(' ', function.Select(t => t.Text)), quoted.Text),
            _ => null,
        };
    }

    private static FeelNumber? Number(string digits, int sign) => NumberText.Value(digits) is { } number ? new FeelNumber(sign * number) : null;

    private static FeelValue? Call(string function, string text) => (function, Temporal.TemporalText.Any(text)) switch
    {
        ("date", FeelDate date) => date,
        ("time", FeelTime time) => time,
        ("date and time", FeelDateTime moment) => moment,
        ("duration", FeelDaysDuration or FeelMonthsDuration) => Temporal.TemporalText.Any(text),
        _ => null,
    };
}
