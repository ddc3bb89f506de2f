using System.Text.Json.Nodes;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A task as its page shows it.</summary>
/// <param name="Known">What the case knows, in words.</param>
/// <param name="Fields">What is asked, where there is no form.</param>
/// <param name="Form">What is filled in; null where the drawing names no form.</param>
/// <param name="Variables">What the form sees of the case.</param>
/// <param name="Draft">What was entered and kept.</param>
/// <param name="Earlier">The steps it may be sent back to; none where the drawing doesn't allow it.</param>
internal sealed record TaskView(WorkItem Item, Case Case, bool IsOverdue, IReadOnlyList<KnownValue> Known, IReadOnlyList<AskedField> Fields, Form? Form, JsonObject Variables, JsonObject? Draft, IReadOnlyList<EarlierStep> Earlier, bool CanClaim, bool CanReturn);

internal sealed class TaskQuery(TaskAccess access, Graphs graphs, SendingBack back, FormStore forms, CaseWords words, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such task for whoever is signed in.</exception>
    public async Task<TaskView> Find(Guid id, CancellationToken cancel)
    {
        var (item, running, by, _) = await access.Load(id, cancel);
        var node = (await graphs.Of(running.VersionId, cancel))[item.NodeId];
        var seen = running.Read().SeenAt(item.Instance);
        var (form, variables) = (await forms.Of(running.VersionId, node.Properties.GetValueOrDefault(TaskProperties.Form), cancel), Values.ToJson(seen));
        return new(item, running, item.DueOn < clock.Today(), await words.Known(running.VersionId, variables, cancel), form is null ? AskedFields.Of(node) : [], form, variables, item.Draft is { } kept ? JsonNode.Parse(kept)!.AsObject() : null,
            node.Properties.GetValueOrDefault(TaskProperties.SendBack) == "true" ? await back.Targets(id, cancel) : [], item.PersonId is null, item is { Role: not null, OwnerId: null } && item.PersonId == by);
    }
}
