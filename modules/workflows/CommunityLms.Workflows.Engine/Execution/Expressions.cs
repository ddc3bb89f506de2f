using System.Globalization;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>FEEL at work in a case: at the moment of the event, with what went wrong written down.</summary>
internal static class Expressions
{
    public static FeelEnvironment Feel(this CaseRun execution) => new(execution.Now);

    /// <summary>A value that may well be null; the journal keeps why.</summary>
    public static FeelValue Value(CaseRun execution, FlowNode node, FeelExpression expression, IReadOnlyDictionary<string, FeelValue> variables)
    {
        var result = expression.Evaluate(variables, execution.Feel());
        foreach (var warning in result.Warnings)
            execution.Write(JournalKind.Warning, node.Id, 0, $"{expression.Text}: {warning.Message}");
        return result.Value;
    }

    public static int? Whole(FeelValue value) => value is FeelNumber { Value: var number } && number == decimal.Truncate(number) && decimal.Abs(number) <= int.MaxValue ? (int)number : null;

    public static FeelValue Number(int number) => FeelValue.Of(number);

    /// <summary>What an expression gave instead of what was needed, for the reader of an incident.</summary>
    public static string Explain(this FeelResult result) => string.Join("; ", [result.Value.ToString(), .. result.Warnings.Select(w => w.Message.ToString())]);

    public static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
