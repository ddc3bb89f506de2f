using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel.Values;
using CommunityLms.Workflows.Forms.Filling;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Does a task: claims it where it is a group's, holds the answers against its form, gives the seal where it is one, and the case goes on.</summary>
internal sealed class CompleteTask(WorkflowsDbContext db, TaskAccess access, CaseRunner runner, Graphs graphs, StepAnswers step, BroughtFiles files, ISeals seals, IOrganisation organisation) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such task for whoever is signed in.</exception>
    /// <exception cref="RuleBroken">It is done or somebody else's, answers need a change (each is named), or the seal isn't theirs to give.</exception>
    public Task Handle(Guid workItemId, JsonObject entered, string? comment, CancellationToken cancel) => runner.Commit(async () =>
    {
        var (item, running, by, onBehalfOf) = await access.Load(workItemId, cancel);
        var at = runner.Now;
        if (!string.IsNullOrWhiteSpace(comment))
            db.Add(new CaseEntry(EntryKind.Commented, item.CaseId, at.UtcDateTime, runner.Actor, item.NodeId, comment.Trim()));
        var node = (await graphs.Of(running.VersionId, cancel))[item.NodeId];
        var seen = running.Read().SeenAt(item.Instance);
        var answers = await step.Hold(running.VersionId, node, node.Properties.GetValueOrDefault(TaskProperties.Form), Values.ToJson(seen), entered, item.Draft is { } kept ? JsonNode.Parse(kept)!.AsObject() : null, cancel);
        if (item.OwnerId is not null)
        {
            item.HandBack(answers.ToJsonString());
            db.Add(new CaseEntry(EntryKind.HandedBack, item.CaseId, at.UtcDateTime, runner.Actor, item.NodeId, aboutPersonId: item.PersonId));
            return;
        }
        await GiveSeal(item, new(node, With(seen, answers), at), by, at.UtcDateTime, cancel);
        if (onBehalfOf != by)
            db.Add(new CaseEntry(EntryKind.ActedFor, item.CaseId, at.UtcDateTime, runner.Actor, item.NodeId, aboutPersonId: onBehalfOf));
        item.Done(by, at.UtcDateTime);
        await files.Settle(answers, cancel);
        await runner.Happen(running, new WorkCompleted(at, item.Instance, Values.Of(answers)), cancel);
    }, cancel);

    private static Dictionary<string, FeelValue> With(IReadOnlyDictionary<string, FeelValue> seen, JsonObject answers)
    {
        var all = new Dictionary<string, FeelValue>(seen, StringComparer.Ordinal);
        foreach (var (name, value) in Values.Of(answers))
            all[name] = value;
        return all;
    }

    /// <summary>The seal of the unit, or of the nearest one above of which this person keeps one. An expression that gives false asks for none, any other that isn't a unit can't be met.</summary>
    private async Task GiveSeal(WorkItem item, TaskProperties task, Guid keeper, DateTime at, CancellationToken cancel)
    {
        if (task.Value(TaskProperties.Seal) is null or FeelBoolean { Value: false })
            return;
        var tree = await organisation.Tree(cancel);
        var path = task.Value(TaskProperties.Seal).Id() is { } unit ? tree.PathOf(unit).ToList() : [];
        foreach (var above in path)
            if (await seals.UsableBy(keeper, above.Id, cancel) is { } seal)
            {
                db.Add(new CaseEntry(EntryKind.Sealed, item.CaseId, at, runner.Actor, item.NodeId, seal.Name));
                return;
            }
        throw new RuleBroken(WorkRules.NotKeeper, path is [var first, ..] ? first.Name : task.Explain(TaskProperties.Seal));
    }
}
