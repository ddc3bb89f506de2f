using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Inbox;

/// <summary>What became of one of several tasks.</summary>
/// <param name="Task">Its name and its case's title.</param>
/// <param name="Refusal">Why it wasn't done; null where it was.</param>
internal sealed record BulkResult(Guid Id, string Task, RuleBroken? Refusal)
{
    /// <summary>The refusal in the reader's language.</summary>
    public string? Why(IStringLocalizer texts) => Refusal is null ? null
        : string.Join(' ', Refusal.Others.Prepend(Refusal).Select(r => texts[r.Rule.Message, [.. r.Args.OfType<object>()]].Value));
}

/// <summary>Approves several tasks with the answers their drawings name for that, each in a transaction of its own: one that can't be done holds up none.</summary>
internal sealed class BulkComplete(WorkflowsDbContext db, CaseRunner runner, TaskAccess access, Graphs graphs, CompleteTask complete) : IScopedDependency
{
    /// <exception cref="RecordMissing">One of them isn't there for whoever is signed in; none is done.</exception>
    public async Task<IReadOnlyList<BulkResult>> Handle(IReadOnlyList<Guid> workItemIds, string? comment, CancellationToken cancel)
    {
        var asked = new List<(Guid Id, string Task, JsonObject? Answers, RuleBroken? Refusal)>();
        foreach (var id in workItemIds.Distinct())
            asked.Add(await Ask(id, cancel));
        var results = new List<BulkResult>();
        foreach (var (id, task, answers, refusal) in asked)
            results.Add(new(id, task, refusal ?? await Do(id, answers!, comment, cancel)));
        return results;
    }

    private async Task<(Guid Id, string Task, JsonObject? Answers, RuleBroken? Refusal)> Ask(Guid id, CancellationToken cancel)
    {
        try
        {
            var (item, running, _, _) = await access.Load(id, cancel);
            var task = new TaskProperties((await graphs.Of(running.VersionId, cancel))[item.NodeId], running.Read().SeenAt(item.Instance), runner.Now);
            var called = $"{item.Name}: {running.Title}";
            return task.Value(TaskProperties.Bulk) switch
            {
                FeelBoolean { Value: true } => (id, called, [], null),
                FeelContext answers => (id, called, JsonNode.Parse(FeelJson.Write(answers))!.AsObject(), null),
                _ => (id, called, null, new RuleBroken(WorkRules.NoBulk, item.Name)),
            };
        }
        catch (RuleBroken refusal)
        {
            // It is theirs, or it wouldn't be there at all.
            return (id, await db.WorkItems.Where(w => w.Id == id).Select(w => w.Name).SingleAsync(cancel), null, refusal);
        }
    }

    private async Task<RuleBroken?> Do(Guid id, JsonObject answers, string? comment, CancellationToken cancel)
    {
        try
        {
            await complete.Handle(id, answers, comment, cancel);
            return null;
        }
        catch (RuleBroken refusal)
        {
            // What the refused one began must not be saved with the next.
            db.ChangeTracker.Clear();
            return refusal;
        }
    }
}
