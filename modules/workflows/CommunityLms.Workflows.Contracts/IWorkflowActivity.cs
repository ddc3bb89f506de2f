using System.Text.Json.Nodes;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Workflows.Contracts;

/// <summary>
/// Something a module can do within a case, offered to administrators in the palette of the drawing. Found by itself; called at least once for
/// each time the case comes to it, so that it must be idempotent: the same <see cref="ActivityCall.CallId"/> means the same work.
/// A failure is tried again with growing pauses; after the last one an administrator sees an incident.
/// </summary>
public interface IWorkflowActivity : IContributor
{
    ActivityDescription Describe();

    /// <returns>What it leaves for the case.</returns>
    /// <exception cref="ActivityError">The drawing may catch it by its code; it isn't tried again.</exception>
    Task<JsonObject> Run(ActivityCall call, CancellationToken cancel);
}

/// <param name="Name">Its name in drawings: module.verb-thing.</param>
/// <param name="DisplayName">What it does (English, the key of its translations).</param>
public sealed record ActivityDescription(string Name, string DisplayName, IReadOnlyList<ActivityField> Inputs, IReadOnlyList<ActivityField> Outputs)
{
    /// <summary>How long one try may take, five minutes at the most; then it counts as failed.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);
}

/// <param name="Name">The variable.</param>
/// <param name="DisplayName">In words (English, the key of its translations).</param>
public sealed record ActivityField(string Name, string DisplayName, bool IsRequired = true);

/// <param name="CallId">The same for every try.</param>
/// <param name="UnitId">Where the case takes place.</param>
/// <param name="Variables">What the case knows, the activity's inputs included.</param>
public sealed record ActivityCall(Guid CaseId, Guid CallId, Guid UnitId, JsonObject Variables);

/// <summary>Something the drawing should decide about, such as "the school is full".</summary>
public sealed class ActivityError(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
