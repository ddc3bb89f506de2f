using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>What begins with a word: the forms with keywords, or a name.</summary>
internal sealed partial class FeelParser
{
    private FeelNode ParseWord()
    {
        var token = Token;
        // A known name may begin with a keyword ("if foo") where it goes on.
        if (!FeelKeywords.Reserved.Contains(token.Text) || Longest(_at, entry: false).Count > 1)
            return ParseName();
        switch (token.Text)
        {
            case "true" or "false":
                _at++;
                return new LiteralNode(From(token.Start), FeelValue.Of(token.Text == "true"));
            case "null":
                _at++;
                return new LiteralNode(From(token.Start), FeelValue.Null);
            case "not" when Peek(1).Is("("):
                _at++;
                return new NameNode(From(token.Start), "not");
            case "if":
                return ParseIf();
            case "for":
                return ParseFor();
            case "some" or "every":
                return ParseQuantified();
            case "function":
                return ParseFunction();
            default:
                throw Error(FeelTexts.ValueExpectedBefore, Written);
        }
    }

    /// <summary>Rule 45.</summary>
    private IfNode ParseIf()
    {
        var start = Next().Start;
        var condition = ParseExpression();
        Expect("then");
        var then = ParseExpression();
        Expect("else");
        var otherwise = ParseExpression();
        return new(From(start), condition, then, otherwise);
    }

    /// <summary>Rule 44.</summary>
    private ForNode ParseFor()
    {
        var start = Next().Start;
        var scope = OpenScope();
        var iterators = ParseIterators(scope);
        Expect("return");
        scope.Add("partial");
        var body = ParseExpression();
        CloseScope();
        return new(From(start), iterators, body);
    }

    /// <summary>Rule 46.</summary>
    private QuantifiedNode ParseQuantified()
    {
        var word = Next();
        var iterators = ParseIterators(OpenScope());
        Expect("satisfies");
        var condition = ParseExpression();
        CloseScope();
        return new(From(word.Start), word.Text == "some", iterators, condition);
    }

    /// <summary>A variable is in scope of the iterators behind it.</summary>
    private FeelIterator[] ParseIterators(NameTree scope)
    {
        var iterators = new List<FeelIterator>();
        do
        {
            var name = ParseNewName("in");
            Expect("in");
            var from = ParseExpression();
            var to = Take("..") ? ParseExpression() : null;
            scope.Add(name);
            iterators.Add(new(name, from, to));
        }
        while (Take(","));
        return [.. iterators];
    }

    /// <summary>Rules 55 and 56.</summary>
    private FunctionNode ParseFunction()
    {
        var start = Next().Start;
        Expect("(");
        var parameters = new List<FeelParameter>();
        var scope = OpenScope();
        while (More(parameters.Count, ")"))
        {
            var token = Token;
            var name = ParseNewName(":", ",", ")");
            if (parameters.Exists(p => p.Name == name))
                throw At(token, FeelTexts.NamedTwice, name);
            parameters.Add(new(name, Take(":") ? ParseType() : FeelTypes.Any));
            scope.Add(name);
        }

        var outside = Take("external");
        var body = ParseExpression();
        CloseScope();
        return new(From(start), [.. parameters], outside ? null : body);
    }

    /// <summary>Rule 52.</summary>
    private FeelType ParseType()
    {
        Descend();
        var type = ParseTypeName();
        _nesting--;
        return type;
    }

    private FeelType ParseTypeName()
    {
        if (Token.Kind != TokenKind.Word)
            throw Error(FeelTexts.TypeExpected);
        foreach (var name in (string[])["years and months duration", "days and time duration", "date and time"])
        {
            var words = name.Split(' ');
            if (words.Index().All(w => Peek(w.Index).Is(w.Item)))
            {
                _at += words.Length;
                return FeelTypes.Find(name);
            }
        }

        var first = Next().Text;
        if (Take("<"))
            return ParseTypeArguments(first);
        while (Token.Is(".") && Peek(1).Kind == TokenKind.Word)
        {
            _at++;
            first += "." + Next().Text;
        }

        return FeelTypes.Find(first);
    }

    private FeelType ParseTypeArguments(string name)
    {
        switch (name)
        {
            case "list" or "range":
                var of = ParseType();
                Expect(">");
                return name == "list" ? new ListType(of) : new RangeType(of);
            case "context":
                var entries = new List<KeyValuePair<string, FeelType>>();
                do
                {
                    var key = ParseNewName(":");
                    Expect(":");
                    entries.Add(new(key, ParseType()));
                }
                while (Take(","));
                Expect(">");
                return new ContextType(entries);
            case "function":
                var parameters = new List<FeelType>();
                while (More(parameters.Count, ">"))
                    parameters.Add(ParseType());
                Expect("->");
                return new FunctionType(parameters, ParseType());
            default:
                throw Error(FeelTexts.ValueExpectedBefore, Written);
        }
    }
}
