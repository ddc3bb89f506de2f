namespace CommunityLms.Workflows.Engine.Feel.Syntax;

internal enum TokenKind
{
    /// <summary>A keyword or a word of a name, grammar rules 26 and 27.</summary>
    Word,
    Number,
    Text,
    Symbol,
    End,
}

/// <summary>A token (DMN 1.5, 10.3.1.4).</summary>
/// <param name="Text">As written; of a string, its value.</param>
internal readonly record struct FeelToken(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Word && Text == text;
}
