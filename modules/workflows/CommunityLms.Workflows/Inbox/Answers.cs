using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Holds what somebody entered against what the drawing asks for.</summary>
internal static class Answers
{
    private const char Optional = '*';

    /// <exception cref="RuleBroken">Something is there that isn't asked for, or the other way round.</exception>
    public static void Check(FlowNode node, JsonObject answers)
    {
        if (answers.Select(a => a.Key).FirstOrDefault(KnownVariables.Has) is { } known)
            throw new RuleBroken(WorkRules.NotAsked, known);
        if (!node.Properties.ContainsKey(TaskProperties.Asks))
            return;
        var asked = TaskProperties.WordsOf(node, TaskProperties.Asks);
        var names = asked.Select(a => a.TrimEnd(Optional)).ToHashSet(StringComparer.Ordinal);
        if (answers.Select(a => a.Key).FirstOrDefault(name => !names.Contains(name)) is { } foreign)
            throw new RuleBroken(WorkRules.NotAsked, foreign);
        if (asked.FirstOrDefault(a => !a.EndsWith(Optional) && IsMissing(answers[a])) is { } missing)
            throw new RuleBroken(WorkRules.AnswerMissing, missing);
    }

    private static bool IsMissing(JsonNode? answer) => answer is null || (answer is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text));
}
