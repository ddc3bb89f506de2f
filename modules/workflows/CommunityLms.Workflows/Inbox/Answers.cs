using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Forms.Filling;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Holds what somebody entered against what the drawing asks for.</summary>
internal static class Answers
{
    private const char Optional = '*';

    /// <exception cref="RuleBroken">Something is there that isn't asked for, or the other way round.</exception>
    public static void Check(FlowNode node, JsonObject answers)
    {
        if (answers.Select(a => a.Key).FirstOrDefault(KnownVariables.Has) is { } known)
            throw Refused(WorkRules.NotAsked, known);
        if (!node.Properties.ContainsKey(TaskProperties.Asks))
            return;
        var asked = TaskProperties.WordsOf(node, TaskProperties.Asks);
        var names = asked.Select(a => a.TrimEnd(Optional)).ToHashSet(StringComparer.Ordinal);
        if (answers.Select(a => a.Key).FirstOrDefault(name => !names.Contains(name)) is { } foreign)
            throw Refused(WorkRules.NotAsked, foreign);
        if (asked.Where(a => !a.EndsWith(Optional) && IsMissing(answers[a])).Select(a => Refused(WorkRules.AnswerMissing, a)).ToList() is [var first, .. var others])
            throw new RuleBroken(first.Rule, [.. first.Args]) { Others = others };
    }

    private static RuleBroken Refused(Rule rule, string name) => new(rule with { Field = $"{PostedForm.Root}.{name}" }, name);

    private static bool IsMissing(JsonNode? answer) => answer is null || (answer is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text));
}
