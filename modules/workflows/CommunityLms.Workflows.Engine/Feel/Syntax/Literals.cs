using System.Globalization;
using System.Text;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>Numeric literals, grammar rule 35: digits, a fraction, an exponent. The sign is an operator.</summary>
internal static class NumberText
{
    /// <summary>Where the literal at a place ends; the place itself where there is none.</summary>
    public static int End(string text, int start)
    {
        var end = Digits(text, start);
        // 1..5 is a range: a point belongs to the number only with a digit behind it.
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Digits(text, end + 1);
        if (end == start || end + 1 >= text.Length || text[end] is not ('e' or 'E'))
            return end;
        var exponent = text[end + 1] is '+' or '-' ? end + 2 : end + 1;
        return Digits(text, exponent) is var after && after > exponent ? after : end;
    }

    /// <summary>Null where the number is too large.</summary>
    public static decimal? Value(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Digits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
            start++;
        return start;
    }
}

/// <summary>String literals, grammar rules 33 and 64.</summary>
internal static class StringText
{
    /// <exception cref="FeelSyntaxError">The text isn't closed on its line.</exception>
    public static string Read(string text, int start, out int end)
    {
        var value = new StringBuilder();
        for (end = start + 1; end < text.Length && text[end] is not (>= '\n' and <= '\r'); end++)
        {
            if (text[end] == '"')
            {
                end++;
                return value.ToString();
            }

            if (text[end] == '\\' && end + 1 < text.Length)
                end = Escape(text, end, value);
            else
                value.Append(text[end]);
        }

        throw new FeelSyntaxError(new(FeelTexts.TextNotClosed), start, end - start);
    }

    /// <summary>Returns where the escape's last character stands. A backslash that begins no escape is itself: regular expressions are written that way.</summary>
    private static int Escape(string text, int backslash, StringBuilder value)
    {
        var next = text[backslash + 1];
        if (next is 'u' or 'U' && CodePoint(text, backslash + 2, next == 'u' ? 4 : 6) is { } codePoint)
        {
            value.Append(codePoint);
            return backslash + (next == 'u' ? 5 : 7);
        }

        _ = next switch
        {
            'n' => value.Append('\n'),
            'r' => value.Append('\r'),
            't' => value.Append('\t'),
            '"' or '\'' or '\\' => value.Append(next),
            _ => value.Append('\\'),
        };
        return next is 'n' or 'r' or 't' or '"' or '\'' or '\\' ? backslash + 1 : backslash;
    }

    private static string? CodePoint(string text, int start, int digits) =>
        start + digits <= text.Length && int.TryParse(text.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? digits == 4 ? ((char)value).ToString() : Rune.IsValid(value) ? new Rune(value).ToString() : null
            : null;
}
