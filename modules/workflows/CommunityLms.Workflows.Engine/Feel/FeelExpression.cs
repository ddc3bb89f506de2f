using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>What an evaluation gives: a value, and what was met on the way that made a part of it null.</summary>
public sealed record FeelResult(FeelValue Value, IReadOnlyList<FeelWarning> Warnings);

/// <summary>
/// An expression of FEEL, the Friendly Enough Expression Language (DMN 1.5, clause 10.3). Immutable: may be kept, and
/// evaluated by any number of threads at once.
/// </summary>
/// <remarks>
/// Where it departs from the standard: numbers have 28 digits, not 34; a month added to a day its month doesn't have leads to
/// the last day of that month, not to null; a substring longer than the rest is the rest; a hyphen as a test is satisfied by
/// null too; a variable that has the name of a built-in function but is none doesn't keep it from being called; external
/// functions (Java, PMML) aren't called; the type of a function's result is Any.
/// </remarks>
public sealed class FeelExpression
{
    private readonly FeelNode _root;

    private FeelExpression(string text, (FeelNode Root, IReadOnlyList<FeelReference> References) parsed) =>
        (Text, _root, References) = (text, parsed.Root, parsed.References);

    public string Text { get; }

    /// <summary>The names it takes from outside, in the order they are written; neither built-in functions that are called nor names of its own.</summary>
    public IReadOnlyList<FeelReference> References { get; }

    /// <summary>Reads an expression, grammar rule 1.</summary>
    /// <param name="knownNames">The names it may use. Without them, names end at operators: <c>a-b</c> is a subtraction.</param>
    /// <exception cref="FeelSyntaxError">The text is no expression.</exception>
    public static FeelExpression Parse(string text, FeelNames? knownNames = null) => new(text, FeelParser.Expression(text, knownNames));

    /// <summary>Reads the cell of a decision table, grammar rule 15. The tested value is the variable "?"; the result is true, false or null.</summary>
    /// <exception cref="FeelSyntaxError">The text is no list of unary tests.</exception>
    public static FeelExpression ParseUnaryTests(string text, FeelNames? knownNames = null) => new(text, FeelParser.UnaryTests(text, knownNames));

    /// <summary>Evaluates the expression. Never fails for what the variables hold: that part is null, with a warning, and so is the whole when a limit is reached.</summary>
    public FeelResult Evaluate(IReadOnlyDictionary<string, FeelValue> variables, FeelEnvironment environment)
    {
        var run = new FeelRun(environment);
        try
        {
            var value = _root.Evaluate(new GlobalScope(variables), run);
            return new(value, run.Warnings);
        }
        catch (LimitReached limit)
        {
            run.Warn(limit, _root);
            return new(FeelValue.Null, run.Warnings);
        }
    }

    public override string ToString() => Text;
}
