using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>Literals, names and brackets, and what can follow them.</summary>
internal sealed partial class FeelParser
{
    private FeelNode ParsePrimary()
    {
        var token = Token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new LiteralNode(From(token.Start), new FeelNumber(NumberText.Value(token.Text) ?? throw At(token, FeelTexts.NumberTooLarge, token.Text)));
            case TokenKind.Text:
                _at++;
                return new LiteralNode(From(token.Start), new FeelString(token.Text));
            case TokenKind.Word:
                return ParseWord();
            case TokenKind.Symbol:
                return ParseSymbol();
            default:
                throw Error(FeelTexts.ValueExpected);
        }
    }

    private FeelNode ParseSymbol()
    {
        var start = Token.Start;
        switch (Token.Text)
        {
            case "@":
                return ParseAtLiteral();
            case "(":
                _at++;
                var inner = ParseExpression();
                if (Token.Is(".."))
                    return ParseInterval(start, inner, startIncluded: false);
                Expect(")");
                return inner;
            case "]":
                _at++;
                return ParseInterval(start, ParseExpression(), startIncluded: false);
            case "[":
                _at++;
                return ParseList(start);
            case "{":
                _at++;
                return ParseContext(start);
            // Rule 7.a; a range where it isn't a test.
            case "<" or "<=" or ">" or ">=" or "=" or "!=":
                Descend();
                var symbol = Next().Text;
                var endpoint = ParseBinary(0);
                _nesting--;
                return new HalfRangeNode(From(start), symbol, endpoint);
            default:
                throw Error(FeelTexts.ValueExpectedBefore, Written);
        }
    }

    /// <summary>Rule 65.</summary>
    private LiteralNode ParseAtLiteral()
    {
        var start = Next().Start;
        if (Token.Kind != TokenKind.Text)
            throw Error(FeelTexts.TokenExpected, "\"");
        var text = Next();
        return new(From(start), TemporalText.Any(text.Text) ?? throw At(text, FeelTexts.NotADate, text.Text));
    }

    /// <summary>Rule 54, or an interval that includes its start.</summary>
    private FeelNode ParseList(int start)
    {
        if (Take("]"))
            return new ListNode(From(start), []);
        var items = new List<FeelNode> { ParseExpression() };
        if (Token.Is(".."))
            return ParseInterval(start, items[0], startIncluded: true);
        while (Take(","))
            items.Add(ParseExpression());
        Expect("]");
        return new ListNode(From(start), [.. items]);
    }

    /// <summary>Rules 57 to 59. The entries are in scope of those behind them.</summary>
    private ContextNode ParseContext(int start)
    {
        var (keys, values) = (new List<string>(), new List<FeelNode>());
        var scope = OpenScope();
        while (More(keys.Count, "}"))
        {
            var key = Token;
            var name = key.Kind == TokenKind.Text ? Next().Text : ParseNewName(":");
            if (keys.Contains(name))
                throw At(key, FeelTexts.NamedTwice, name);
            Expect(":");
            // Functions may call themselves, so the key is in scope of its own value.
            scope.Add(name);
            _entries.Add(name);
            values.Add(ParseExpression());
            keys.Add(name);
        }

        CloseScope();
        return new(From(start), [.. keys], [.. values]);
    }

    /// <summary>Rules 38, 43 and 50, any number of them.</summary>
    private FeelNode ParsePostfix(FeelNode node)
    {
        var start = node.Span.Start;
        var reference = node is NameNode && _references.Count > 0 && _references[^1].Start == start ? _references.Count - 1 : -1;
        while (true)
        {
            if (Token.Is(".") && Peek(1).Kind == TokenKind.Word)
            {
                _at++;
                var entry = ParseEntryName();
                node = new PathNode(From(start), node, entry);
                if (reference >= 0)
                    _references[reference] = _references[reference] with { Path = [.. _references[reference].Path, entry], Length = _tokens[_at - 1].End - start };
            }
            else if (Token.Is("[") && !EndsInterval())
            {
                _at++;
                node = ParseFilter(start, node);
                reference = -1;
            }
            else if (Take("("))
            {
                node = ParseInvocation(start, node);
                reference = -1;
            }
            else
            {
                return node;
            }
        }
    }

    private FilterNode ParseFilter(int start, FeelNode filtered)
    {
        OpenScope().Add("item");
        _filters++;
        var filter = ParseExpression();
        _filters--;
        CloseScope();
        Expect("]");
        return new(From(start), filtered, filter);
    }

    /// <summary>Rules 39 to 42.</summary>
    private InvocationNode ParseInvocation(int start, FeelNode function)
    {
        var (names, arguments) = (new List<string>(), new List<FeelNode>());
        var named = IsNewName(":");
        while (More(arguments.Count, ")"))
        {
            if (named)
            {
                var token = Token;
                var name = ParseNewName(":");
                if (names.Contains(name))
                    throw At(token, FeelTexts.NamedTwice, name);
                names.Add(name);
                Expect(":");
            }

            arguments.Add(ParseExpression());
        }

        return new(From(start), function, [.. arguments], named ? [.. names] : null);
    }

    private static FeelSyntaxError At(FeelToken token, string text, params string[] arguments) => new(new(text, arguments), token.Start, token.End - token.Start);
}
