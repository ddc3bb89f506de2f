using System.Globalization;
using System.Text;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>
/// Writes a regular expression of XPath (XQuery 1.0 and XPath 2.0 Functions and Operators, 7.6.1) as one of .NET. What XPath
/// doesn't have, such as looking ahead, is no pattern here either, so that an expression means the same in every tool.
/// </summary>
internal sealed class PatternTranslation(string pattern, bool dotMatchesAll, bool multiline, bool ignoreSpace)
{
    private readonly StringBuilder _written = new();
    private int _at;
    private int _classes;

    /// <summary>Whether the pattern refers back to a group, which needs a matcher that backtracks.</summary>
    public bool RefersBack { get; private set; }

    /// <summary>Null where the pattern isn't one of XPath as far as this can see; .NET's own parser sees the rest.</summary>
    public string? Write()
    {
        for (_at = 0; _at < pattern.Length; _at++)
        {
            if (!(_classes > 0 ? InClass(pattern[_at]) : OutsideClass(pattern[_at])))
                return null;
        }

        return _classes == 0 ? _written.ToString() : null;
    }

    private bool OutsideClass(char letter)
    {
        switch (letter)
        {
            case ' ' or '\t' or '\n' or '\r' when ignoreSpace:
                return true;
            case '\\':
                return Escape();
            case '[':
                _classes++;
                return Append("[");
            // One code point, even where it takes two UTF-16 units.
            case '.':
                return Append(dotMatchesAll ? @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])" : @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r])");
            // .NET's own sign also matches before a last line break.
            case '$':
                return Append(multiline ? "(?=\n|\\z)" : @"\z");
            case '(' when Next() == '?':
                return _at + 2 < pattern.Length && pattern[_at + 2] == ':' && Append("(");
            case '#' or ' ':
                return Append("\\" + letter);
            default:
                if (!char.IsHighSurrogate(letter) || _at + 1 == pattern.Length)
                    return Append(letter.ToString());
                return Append(string.Create(CultureInfo.InvariantCulture, $"(?:{letter}{pattern[++_at]})"));
        }
    }

    private bool InClass(char letter)
    {
        switch (letter)
        {
            case '\\':
                return Escape();
            case '[':
                // A class inside a class is one to subtract.
                _classes++;
                return pattern[_at - 1] == '-' && Append("[");
            case ']':
                _classes--;
                return Append("]");
            default:
                return Append(letter.ToString());
        }
    }

    private bool Escape()
    {
        var escaped = Next();
        _at++;
        switch (escaped)
        {
            case 'n' or 'r' or 't' or '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$' or 'd' or 'D':
                return Append("\\" + escaped);
            case 'p' or 'P' when pattern.IndexOf('}', _at) is var end && end > 0 && _at + 1 < pattern.Length && pattern[_at + 1] == '{':
                var category = pattern[_at..(end + 1)];
                _at = end;
                return Append("\\" + category);
            case >= '1' and <= '9' when _classes == 0:
                RefersBack = true;
                return Append("\\" + escaped);
            default:
                return Class(escaped);
        }
    }

    /// <summary>Classes that .NET has otherwise or not at all.</summary>
    private bool Class(char escaped) => escaped switch
    {
        's' => AppendClass(@" \t\n\r"),
        'S' => _classes == 0 && Append(@"[^ \t\n\r]"),
        'w' => AppendClass(@"\p{L}\p{M}\p{N}\p{S}"),
        'W' => AppendClass(@"\p{P}\p{Z}\p{C}"),
        'i' => AppendClass(@"\p{L}_:"),
        'I' => _classes == 0 && Append(@"[^\p{L}_:]"),
        'c' => AppendClass(@"\p{L}\p{M}\p{Nd}_:.\-"),
        'C' => _classes == 0 && Append(@"[^\p{L}\p{M}\p{Nd}_:.\-]"),
        _ => false,
    };

    private bool AppendClass(string members) => Append(_classes > 0 ? members : "[" + members + "]");

    private char Next() => _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';

    private bool Append(string text)
    {
        _written.Append(text);
        return true;
    }
}
