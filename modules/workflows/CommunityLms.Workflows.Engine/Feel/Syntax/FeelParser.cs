using System.Runtime.CompilerServices;
using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>
/// Reads an expression by recursive descent (DMN 1.5, 10.3.1.2). What a name is depends on the scope, so names are put
/// together here. This file has the operators, from the loosest to the tightest.
/// </summary>
internal sealed partial class FeelParser
{
    private const int LongestText = 50_000;

    /// <summary>Bounds the stack: a level takes about ten calls.</summary>
    private const int DeepestNesting = 150;

    private static readonly string[] Comparators = ["=", "!=", "<", "<=", ">", ">="];

    /// <summary>Sums, products, powers.</summary>
    private static readonly string[][] Operators = [["+", "-"], ["*", "/"], ["**"]];

    private readonly List<FeelToken> _tokens;
    private int _at;
    private int _nesting;

    /// <summary>How often "?" was named so far: tells whether a test is a condition about it.</summary>
    private int _inputUses;

    /// <summary>An opening bracket may be the end of an interval.</summary>
    private bool _inEndpoint;

    private FeelParser(string text, FeelNames? names)
    {
        if (text.Length > LongestText)
            throw new FeelSyntaxError(new(FeelTexts.TooLong, FeelPrinter.Number(LongestText)), LongestText, text.Length - LongestText);
        _tokens = FeelLexer.Tokens(text);
        _known = names;
    }

    /// <exception cref="FeelSyntaxError">The text is no expression.</exception>
    public static (FeelNode Root, IReadOnlyList<FeelReference> References) Expression(string text, FeelNames? names) => Whole(text, names, p => p.ParseExpression());

    /// <exception cref="FeelSyntaxError">The text is no list of unary tests.</exception>
    public static (FeelNode Root, IReadOnlyList<FeelReference> References) UnaryTests(string text, FeelNames? names) => Whole(text, names, p => p.ParseUnaryTests());

    private static (FeelNode Root, IReadOnlyList<FeelReference> References) Whole(string text, FeelNames? names, Func<FeelParser, FeelNode> parse)
    {
        var parser = new FeelParser(text, names);
        var root = parse(parser);
        if (parser.Token.Kind != TokenKind.End)
            throw parser.Error(FeelTexts.NothingMoreExpected, parser.Written);
        return (root, parser._references);
    }

    private FeelNode ParseExpression()
    {
        Descend();
        var endpoint = _inEndpoint;
        _inEndpoint = false;
        var node = ParseJunction("or", decisive: true);
        _inEndpoint = endpoint;
        _nesting--;
        return node;
    }

    /// <summary>Rules 47 and 48; a chain of operands is one node.</summary>
    private FeelNode ParseJunction(string word, bool decisive)
    {
        var start = Token.Start;
        var first = Operand();
        if (!Token.Is(word))
            return first;
        var operands = new List<FeelNode> { first };
        while (Take(word))
            operands.Add(Operand());
        return new JunctionNode(From(start), decisive, [.. operands]);

        FeelNode Operand() => decisive ? ParseJunction("and", decisive: false) : ParseComparison();
    }

    /// <summary>Rule 49.</summary>
    private FeelNode ParseComparison()
    {
        var start = Token.Start;
        var left = ParseBinary(0);
        while (true)
        {
            if (Token.Kind == TokenKind.Symbol && Array.IndexOf(Comparators, Token.Text) >= 0)
            {
                var symbol = Next().Text;
                var right = ParseBinary(0);
                left = new ComparisonNode(From(start), symbol, left, right);
            }
            else if (Take("between"))
            {
                var from = ParseBinary(0);
                Expect("and");
                var to = ParseBinary(0);
                left = new BetweenNode(From(start), left, from, to);
            }
            else if (Take("in"))
            {
                left = ParseIn(start, left);
            }
            else
            {
                return left;
            }
        }
    }

    /// <summary>Rules 19 to 23, left-associative. A first operand may be there already.</summary>
    private FeelNode ParseBinary(int level, FeelNode? first = null)
    {
        if (level == Operators.Length)
            return first is null ? ParseUnary() : ParseInstanceOf(first);
        var start = first?.Span.Start ?? Token.Start;
        var left = ParseBinary(level + 1, first);
        while (Token.Kind == TokenKind.Symbol && Array.IndexOf(Operators[level], Token.Text) >= 0)
        {
            var symbol = Next().Text;
            var right = ParseBinary(level + 1);
            left = new ArithmeticNode(From(start), symbol, left, right);
        }

        return left;
    }

    /// <summary>Rule 24: tighter than a power, as the standard has it, so that -4 ** 2 is 16.</summary>
    private FeelNode ParseUnary()
    {
        var start = Token.Start;
        if (!Take("-"))
            return ParseInstanceOf(ParsePrimary());
        Descend();
        var operand = ParseUnary();
        _nesting--;
        return operand is LiteralNode { Value: FeelNumber number }
            ? new LiteralNode(From(start), new FeelNumber(-number.Value))
            : new NegationNode(From(start), operand);
    }

    /// <summary>Rule 51, behind the paths, filters and invocations of a primary.</summary>
    private FeelNode ParseInstanceOf(FeelNode primary)
    {
        var node = ParsePostfix(primary);
        while (Token.Is("instance") && Peek(1).Is("of"))
        {
            _at += 2;
            var type = ParseType();
            node = new InstanceOfNode(From(node.Span.Start), node, type);
        }

        return node;
    }

    private void Descend()
    {
        if (++_nesting > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error(FeelTexts.TooDeep);
    }

    private FeelToken Token => _tokens[_at];

    /// <summary>The token as a message names it.</summary>
    private string Written => Token.Kind == TokenKind.Text ? FeelValue.Of(Token.Text).ToString() : Token.Text;

    private FeelToken Peek(int ahead) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    private FeelToken Next() => _tokens[_at++];

    private bool Take(string text)
    {
        if (!Token.Is(text))
            return false;
        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Token.Kind == TokenKind.End ? Error(FeelTexts.TokenExpected, text) : Error(FeelTexts.TokenExpectedBefore, text, Written);
    }

    /// <summary>Whether another element follows in brackets: behind the first, after a comma. Takes the closing one.</summary>
    private bool More(int elements, string close)
    {
        if (elements == 0)
            return !Take(close);
        if (Take(","))
            return true;
        Expect(close);
        return false;
    }

    private FeelSpan From(int start) => new(start, _tokens[_at - 1].End - start);

    private FeelSyntaxError Error(string text, params string[] arguments) => new(new(text, arguments), Token.Start, Token.End - Token.Start);
}
