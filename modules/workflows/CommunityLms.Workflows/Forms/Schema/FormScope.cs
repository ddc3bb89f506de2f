using System.Text.Json.Nodes;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>What the expressions of a form see: the case's variables, and the answers before them. In a row of a list also its own answers, <c>this</c>, <c>parent</c> and <c>i</c> (from 1).</summary>
internal sealed class FormScope(IReadOnlyDictionary<string, FeelValue> names, DateTimeOffset now)
{
    private readonly FeelEnvironment _environment = new(now) { MostSteps = 20_000, MostItems = 10_000, LongestText = 100_000, PatternTimeout = TimeSpan.FromMilliseconds(100) };

    public DateTimeOffset Now => now;

    public static FormScope Of(JsonObject variables, JsonObject answers, DateTimeOffset now)
    {
        var names = new Dictionary<string, FeelValue>(Values.Of(variables), StringComparer.Ordinal);
        foreach (var (name, value) in Values.Of(answers))
            names[name] = value;
        return new(names, now);
    }

    public FormScope Row(JsonObject? row, int index)
    {
        var own = new Dictionary<string, FeelValue>(names, StringComparer.Ordinal);
        var values = Values.Of(row ?? []);
        foreach (var (name, value) in values)
            own[name] = value;
        own["this"] = new FeelContext(values);
        own["parent"] = new FeelContext(names);
        own["i"] = FeelValue.Of(index + 1);
        return new(own, now);
    }

    public FeelValue Value(FeelExpression expression) => expression.Evaluate(names, _environment).Value;

    /// <summary>Only true is true: what can't be told is not.</summary>
    public bool Holds(FeelExpression? condition) => condition is not null && Value(condition) is FeelBoolean { Value: true };

    public decimal? Number(FeelExpression? expression) => expression is not null && Value(expression) is FeelNumber number ? number.Value : null;

    public JsonNode? Json(FeelExpression expression) => JsonNode.Parse(FeelJson.Write(Plain(Value(expression))));

    /// <summary>Days and times as text, as answers have them.</summary>
    private static FeelValue Plain(FeelValue value) => value switch
    {
        FeelDate or FeelTime or FeelDateTime => FeelValue.Of(value.ToString().Trim('@', '"')),
        FeelList list => FeelValue.Of(list.Select(Plain)),
        FeelContext context => new FeelContext(context.Select(e => KeyValuePair.Create(e.Key, Plain(e.Value)))),
        _ => value,
    };
}
