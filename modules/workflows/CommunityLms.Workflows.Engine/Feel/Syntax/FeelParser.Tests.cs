using CommunityLms.Workflows.Engine.Feel.Evaluation;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>Unary tests, the operator in, and intervals.</summary>
internal sealed partial class FeelParser
{
    /// <summary>What follows a closing bracket where the brackets are only the first part of an operand.</summary>
    private static readonly string[] Continuations = ["+", "-", "*", "/", "**", ".", "[", "(", "instance"];

    /// <summary>Rule 15.</summary>
    private UnaryTestsNode ParseUnaryTests()
    {
        var start = Token.Start;
        if (Token.Is("-") && Peek(1).Kind == TokenKind.End)
        {
            _at++;
            return new(From(start), [], negated: false);
        }

        if (Token.Is("not") && Peek(1).Is("("))
        {
            _at += 2;
            var references = _references.Count;
            var negated = ParseTests();
            if (Take(")") && Token.Kind == TokenKind.End)
                return new(From(start), negated, negated: true);
            // The brackets were those of the function, which the test only begins with.
            _at = 0;
            _references.RemoveRange(references, _references.Count - references);
        }

        var tests = ParseTests();
        return new(From(start), tests, negated: false);
    }

    /// <summary>Rule 14.</summary>
    private FeelNode[] ParseTests()
    {
        var tests = new List<FeelNode>();
        do
            tests.Add(AsTest(ParseExpression));
        while (Take(","));
        return [.. tests];
    }

    private FeelNode AsTest(Func<FeelNode> parse)
    {
        var uses = _inputUses;
        var test = parse();
        return _inputUses > uses ? new ConditionTestNode(test) : test;
    }

    /// <summary>Rules 49.c and 49.d.</summary>
    private InNode ParseIn(int start, FeelNode value)
    {
        var uses = _inputUses;
        FeelNode[] tests;
        var bracket = Token.Start;
        if (Take("("))
        {
            var first = AsTest(ParseExpression);
            if (Token.Is(".."))
            {
                tests = [ParseInterval(bracket, first, startIncluded: false)];
            }
            else
            {
                tests = Take(",") ? [first, .. ParseTests()] : [first];
                Expect(")");
                // The brackets may begin a longer operand: x in (a) + 1.
                if (tests.Length == 1 && Array.Exists(Continuations, Token.Is))
                    tests = [AsTest(() => ParseBinary(0, first))];
            }
        }
        else
        {
            tests = [AsTest(() => ParseBinary(0))];
        }

        var node = new InNode(From(start), value, tests, _inputUses > uses);
        // The "?" in there is the value of this operator, not that of one around it.
        _inputUses = uses;
        return node;
    }

    /// <summary>Rule 8, from the two points on.</summary>
    private IntervalNode ParseInterval(int start, FeelNode from, bool startIncluded)
    {
        Expect("..");
        var outer = _inEndpoint;
        _inEndpoint = true;
        var to = ParseBinary(0);
        _inEndpoint = outer;
        var endIncluded = Token.Is("]");
        if (!endIncluded && !Token.Is(")") && !Token.Is("["))
            Expect("]");
        _at++;
        return new(From(start), from, startIncluded, to, endIncluded);
    }

    /// <summary>Whether an opening bracket ends an interval: nothing that could be a filter follows.</summary>
    private bool EndsInterval()
    {
        if (!_inEndpoint)
            return false;
        var next = Peek(1);
        return next.Kind switch
        {
            TokenKind.End => true,
            TokenKind.Word => FeelKeywords.AfterValue.Contains(next.Text),
            TokenKind.Symbol => next.Text is ")" or "]" or "}" or "," or "=" or "!=" or "<" or "<=" or ">" or ">=",
            _ => false,
        };
    }
}
