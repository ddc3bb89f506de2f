namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>Names as sequences of tokens (DMN 1.5, 10.3.1.4), to find the longest that begins at a place. White space between tokens doesn't count.</summary>
internal sealed class NameTree
{
    private readonly Dictionary<string, NameTree> _next = new(StringComparer.Ordinal);
    private string? _name;

    /// <summary>A name with characters that no name may have can't be written in an expression and is left out.</summary>
    public void Add(string name)
    {
        if (Tokens(name) is not { } tokens)
            return;
        var tree = this;
        foreach (var token in tokens)
        {
            if (!tree._next.TryGetValue(token, out var next))
                tree._next.Add(token, next = new NameTree());
            tree = next;
        }

        tree._name ??= name;
    }

    /// <summary>The longest name that begins with the token at a place, and how many tokens it has; null and 0 where there is none.</summary>
    public (string? Name, int Count) Longest(List<FeelToken> tokens, int start)
    {
        var (tree, found) = (this, ((string?)null, 0));
        for (var i = start; tokens[i].Kind is not (TokenKind.Text or TokenKind.End) && tree._next.TryGetValue(tokens[i].Text, out tree); i++)
        {
            if (tree._name is not null)
                found = (tree._name, i - start + 1);
        }

        return found;
    }

    private static List<string>? Tokens(string name)
    {
        try
        {
            var tokens = FeelLexer.Tokens(name)[..^1];
            return tokens.Count > 0 && tokens[0].Kind == TokenKind.Word && tokens.TrueForAll(IsOfName) ? tokens.ConvertAll(t => t.Text) : null;
        }
        catch (FeelSyntaxError)
        {
            return null;
        }
    }

    /// <summary>Grammar rules 25 to 30.</summary>
    internal static bool IsOfName(FeelToken token) =>
        token.Kind is TokenKind.Word or TokenKind.Number || (token.Kind == TokenKind.Symbol && token.Text is "." or "/" or "-" or "'" or "’" or "+" or "*" or "**");
}
