using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Functions;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>
/// Names (DMN 1.5, 10.3.1.4 and 10.3.1.6): the longest known one is preferred. Of names nobody knows, words that follow each
/// other are one name, since no expression has two values side by side; operators end it.
/// </summary>
internal sealed partial class FeelParser
{
    private static readonly NameTree Properties = PropertyNames();

    private readonly FeelNames? _known;
    private readonly List<NameTree> _scopes = [];

    /// <summary>The keys of the contexts written so far, which may follow a point anywhere.</summary>
    private readonly NameTree _entries = new();

    private readonly List<FeelReference> _references = [];
    private int _filters;

    private NameTree OpenScope()
    {
        var scope = new NameTree();
        _scopes.Add(scope);
        return scope;
    }

    private void CloseScope() => _scopes.RemoveAt(_scopes.Count - 1);

    private NameNode ParseName()
    {
        var token = Token;
        var (name, count) = Longest(_at, entry: false);
        var local = name is not null && _scopes.Exists(s => s.Longest(_tokens, _at).Name == name);
        var builtin = Builtin(_at);
        var words = Words(_at);
        // Named without being called it is a value, and rather a variable that happens to have the name.
        var called = builtin.Count >= count && Follows(builtin.Count, "(");
        if (builtin.Name is not null && (called || (_known is not null && builtin.Count > count && builtin.Count >= words)))
        {
            _at += builtin.Count;
            return new(From(token.Start), builtin.Name);
        }

        if (words > count)
            (name, count, local) = (Joined(_at, words), words, false);
        _at += count;
        if (name == "?")
            _inputUses++;
        else if (!local)
            _references.Add(new([name!], token.Start, _tokens[_at - 1].End - token.Start, _filters > 0));
        return new(From(token.Start), name!);
    }

    /// <summary>A name behind a point; there a keyword is a name as well.</summary>
    private string ParseEntryName()
    {
        var (name, count) = Longest(_at, entry: true);
        var words = Words(_at);
        if (words > count)
            (name, count) = (Joined(_at, words), words);
        _at += count;
        return name!;
    }

    /// <summary>A name that is being introduced, up to what must follow it.</summary>
    private string ParseNewName(params string[] ends)
    {
        var start = _at;
        while (NameTree.IsOfName(Token) && !Array.Exists(ends, Token.Is))
            _at++;
        if (_at == start || _tokens[start].Kind != TokenKind.Word)
        {
            _at = start;
            throw Error(FeelTexts.NameExpected);
        }

        return Joined(start, _at - start);
    }

    /// <summary>Whether a new name and what must follow it come next.</summary>
    private bool IsNewName(string end)
    {
        var at = _at;
        while (NameTree.IsOfName(_tokens[at]))
            at++;
        return at > _at && Token.Kind == TokenKind.Word && _tokens[at].Is(end);
    }

    /// <summary>The longest name in scope that begins at a token, the innermost of equals.</summary>
    private (string? Name, int Count) Longest(int start, bool entry)
    {
        (string? Name, int Count) best = (null, 0);
        if (!entry)
        {
            for (var i = _scopes.Count - 1; i >= 0; i--)
                Prefer(_scopes[i]);
            Prefer(_known?.Variables);
        }
        else
        {
            Prefer(Properties);
        }

        // In a filter the entries of the items are in scope.
        if (entry || _filters > 0)
        {
            Prefer(_entries);
            Prefer(_known?.Entries);
        }

        return best;

        void Prefer(NameTree? names)
        {
            if (names?.Longest(_tokens, start) is { } found && found.Count > best.Count)
                best = found;
        }
    }

    /// <summary>The built-in whose name begins at a token. One with "and" in its name only where it is called: "date and time" may be two variables.</summary>
    private (string? Name, int Count) Builtin(int start)
    {
        var found = Builtins.Names.Longest(_tokens, start);
        if (found.Name is null || !found.Name.Contains(" and ", StringComparison.Ordinal) || _tokens[start + found.Count].Is("("))
            return found;
        return Builtins.Find(_tokens[start].Text) is { } shorter ? (shorter.Name, 1) : (null, 0);
    }

    /// <summary>How many words in a row could be one name.</summary>
    private int Words(int start)
    {
        var count = 1;
        for (; _tokens[start + count] is var next && (next.Kind == TokenKind.Word || (next.Kind == TokenKind.Number && char.IsAsciiDigit(next.Text[0]))); count++)
        {
            if (FeelKeywords.AfterValue.Contains(next.Text))
                break;
        }

        return count;
    }

    private bool Follows(int count, string text) => _tokens[_at + count].Is(text);

    /// <summary>The tokens as a name: a space between words, none around operators.</summary>
    private string Joined(int start, int count)
    {
        var name = _tokens[start].Text;
        for (var i = start + 1; i < start + count; i++)
            name += _tokens[i].Kind != TokenKind.Symbol && _tokens[i - 1].Kind != TokenKind.Symbol ? " " + _tokens[i].Text : _tokens[i].Text;
        return name;
    }

    private static NameTree PropertyNames()
    {
        var tree = new NameTree();
        foreach (var name in (string[])["time offset", "start included", "end included"])
            tree.Add(name);
        return tree;
    }
}
