using System.Text.Json.Nodes;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Workflows.Cases;

/// <summary>A case wants another to begin.</summary>
internal sealed record CallOrder(string DefinitionKey, JsonObject Variables);

/// <summary>A called case has ended.</summary>
internal sealed record CallAnswer(CaseOutcome Outcome, string? ErrorCode, JsonObject Variables);
