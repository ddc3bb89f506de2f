using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Contracts;

/// <summary>Starts cases and tells them what happened. What a module needs of workflows is this, <see cref="IWorkflowActivity"/> and <see cref="CaseEnded"/>.</summary>
public interface IWorkflowRuntime
{
    /// <summary>Starts a case of the definition's published version, in the name of whoever is signed in. It asks for no permission: the module that calls answers for it.</summary>
    /// <returns>The case.</returns>
    /// <exception cref="RecordMissing">There is no such definition or unit, or none of its versions is published.</exception>
    /// <exception cref="RuleBroken">A case with this business key is running already.</exception>
    Task<Guid> Start(StartCase request, CancellationToken cancel);

    /// <summary>Brings a message to the case that waits for it, or starts one where a drawing begins with it; while there is neither, it is kept for a week.</summary>
    Task Send(CaseMessage message, CancellationToken cancel);

    /// <summary>Ends a case whose matter has ended otherwise: what it waits for is withdrawn. One that has ended already stays as it is.</summary>
    /// <exception cref="RecordMissing">There is no such case.</exception>
    Task Cancel(Guid caseId, string reason, CancellationToken cancel);

    /// <summary>Null where the institute has no such case.</summary>
    Task<CaseInfo?> Find(Guid caseId, CancellationToken cancel);

    /// <summary>The running case of the definition with this business key: asked before a start that may come twice.</summary>
    Task<CaseInfo?> FindRunning(string definitionKey, string businessKey, CancellationToken cancel);
}

/// <param name="DefinitionKey">The short name of the definition, as the administrator gave it.</param>
/// <param name="UnitId">Where the case takes place: who holds a role there gets its tasks.</param>
/// <param name="Title">What people see in lists, where the drawing itself doesn't say: "Transfer of Chen Xiaolan".</param>
/// <param name="Variables">What the case knows from the beginning; <c>starter</c>, <c>starterName</c> and <c>unit</c> are set.</param>
/// <param name="BusinessKey">What messages find the case by; unique among the running cases of a definition. Null for none.</param>
public sealed record StartCase(string DefinitionKey, Guid UnitId, string Title, JsonObject Variables, string? BusinessKey = null);

/// <param name="Name">The message as it is called in the drawing.</param>
/// <param name="Key">The business key, or what the drawing's own key expression gives.</param>
/// <param name="MessageId">The sender's number of it: the same one is taken once.</param>
/// <param name="UnitId">Where a case takes place that the message starts; null for the institute itself.</param>
public sealed record CaseMessage(string Name, string Key, JsonObject Variables, Guid MessageId, Guid? UnitId = null);

/// <summary>A case as other modules see it.</summary>
public sealed record CaseInfo(Guid Id, string DefinitionKey, int Version, Guid UnitId, string Title, string? BusinessKey, CaseOutcome Outcome);

public enum CaseOutcome
{
    Running,
    Completed,

    /// <summary>Ended by an error nobody caught.</summary>
    Failed,
    Cancelled,
}
