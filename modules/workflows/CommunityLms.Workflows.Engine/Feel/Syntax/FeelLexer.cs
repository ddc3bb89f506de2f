using System.Text;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>Cuts a text into tokens (DMN 1.5, 10.3.1.4). Names with spaces or operators are put together by the parser, which knows the scope.</summary>
internal sealed class FeelLexer(string text)
{
    /// <summary>Longer ones first. The apostrophes occur in names only (grammar rule 30).</summary>
    private static readonly string[] Symbols = ["**", "..", "->", "!=", "<=", ">=", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "@", "'", "’"];

    private int _position;

    /// <exception cref="FeelSyntaxError">A character has no meaning, or a text or comment isn't closed.</exception>
    public static List<FeelToken> Tokens(string text)
    {
        var lexer = new FeelLexer(text);
        var tokens = new List<FeelToken>();
        do
            tokens.Add(lexer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    /// <summary>Whether a key can be written without quotation marks wherever it stands.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && !FeelKeywords.Reserved.Contains(name) && EndOfWord(name, 0) == name.Length;

    private FeelToken Next()
    {
        SkipSpace();
        var start = _position;
        if (start == text.Length)
            return new(TokenKind.End, "", start, start);
        if (EndOfWord(text, start) is var end && end > start)
            return Take(TokenKind.Word, end);
        if (NumberText.End(text, start) is var digits && digits > start)
            return Take(TokenKind.Number, digits);
        if (text[start] == '"')
        {
            var value = StringText.Read(text, start, out _position);
            return new(TokenKind.Text, value, start, _position);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) == 0)
            {
                _position = start + symbol.Length;
                return new(TokenKind.Symbol, symbol, start, _position);
            }
        }

        var letter = FeelCharacters.At(text, start).ToString();
        var reason = letter is "“" or "”" or "„" or "‘" ? FeelTexts.TypographicQuote : FeelTexts.UnexpectedCharacter;
        throw new FeelSyntaxError(new(reason, letter), start, Math.Min(letter.Length, text.Length - start));
    }

    private FeelToken Take(TokenKind kind, int end)
    {
        var start = _position;
        _position = end;
        return new(kind, text[start..end], start, end);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && FeelCharacters.At(text, end) is var letter && (end == start ? FeelCharacters.StartsName(letter) : FeelCharacters.ContinuesName(letter)) && letter != Rune.ReplacementChar)
            end += letter.Utf16SequenceLength;
        return end;
    }

    private void SkipSpace()
    {
        while (_position < text.Length)
        {
            if (FeelCharacters.IsSpace(text[_position]))
            {
                _position++;
            }
            else if (At("//"))
            {
                var end = text.AsSpan(_position).IndexOfAny('\n', '\r');
                _position = end < 0 ? text.Length : _position + end;
            }
            else if (At("/*"))
            {
                var end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                if (end < 0)
                    throw new FeelSyntaxError(new(FeelTexts.CommentNotClosed), _position, text.Length - _position);
                _position = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private bool At(string what) => string.CompareOrdinal(text, _position, what, 0, what.Length) == 0;
}
