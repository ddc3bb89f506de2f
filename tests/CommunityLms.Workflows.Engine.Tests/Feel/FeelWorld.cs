using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>Evaluates expressions where the clock stands still.</summary>
internal static class FeelWorld
{
    public static readonly FeelEnvironment Environment = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8)));

    public static FeelResult Evaluate(string expression, params (string Name, FeelValue Value)[] variables)
    {
        var context = new FeelContext(variables.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        return FeelExpression.Parse(expression, FeelNames.Of(context)).Evaluate(context, Environment);
    }

    public static FeelValue Value(string expression, params (string Name, FeelValue Value)[] variables) => Evaluate(expression, variables).Value;

    public static FeelSyntaxError Refused(string expression) => Should.Throw<FeelSyntaxError>(() => FeelExpression.Parse(expression));
}
