using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;

namespace CommunityLms.Workflows.Inbox;

/// <summary>What people do with a task beside doing it: take it, give it back, hand it on, write to it. No token moves.</summary>
internal sealed class PassingOn(WorkflowsDbContext db, TaskAccess access, CaseRunner runner, CaseNews news) : IScopedDependency
{
    /// <summary>Takes a task of the group.</summary>
    public Task Claim(Guid workItemId, CancellationToken cancel) => Change(workItemId, EntryKind.Claimed, task => task.Item.Claim(task.ById), cancel);

    /// <summary>Gives it back to the group.</summary>
    public Task Return(Guid workItemId, CancellationToken cancel) => Change(workItemId, EntryKind.Returned, task => task.Item.Return(), cancel);

    /// <summary>Hands it to somebody else for good (转办).</summary>
    public Task Transfer(Guid workItemId, Guid toPersonId, string? comment, CancellationToken cancel) =>
        HandOn(workItemId, toPersonId, EntryKind.Transferred, comment, task => task.Item.Transfer(toPersonId), cancel);

    /// <summary>Lets somebody else work on it; it comes back before it goes on (委派).</summary>
    public Task Delegate(Guid workItemId, Guid toPersonId, string? comment, CancellationToken cancel) =>
        HandOn(workItemId, toPersonId, EntryKind.Delegated, comment, task => task.Item.Delegate(task.ById, toPersonId), cancel);

    public Task Comment(Guid workItemId, string text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleBroken(CommentMissing);
        return Change(workItemId, EntryKind.Commented, task => task.Item.EnsureOpen(), cancel, text.Trim());
    }

    /// <summary>Keeps what was entered, without checking it.</summary>
    public Task Keep(Guid workItemId, JsonObject answers, CancellationToken cancel) => runner.Commit(async () =>
    {
        var task = await access.Load(workItemId, cancel);
        task.Item.Keep(answers.ToJsonString());
    }, cancel);

    /// <summary>Shows the case to somebody (抄送): they are told, and nothing waits for them.</summary>
    public Task CopyTo(Guid workItemId, Guid toPersonId, CancellationToken cancel) => runner.Commit(async () =>
    {
        var (item, running, _, _) = await access.Load(workItemId, cancel);
        var to = await access.Colleague(toPersonId, cancel);
        var at = runner.Now.UtcDateTime;
        db.Add(new CaseCopy(item.CaseId, to.Id, runner.Actor.Name, at));
        db.Add(new CaseEntry(EntryKind.CopiedTo, item.CaseId, at, runner.Actor, item.NodeId, aboutPersonId: to.Id));
        news.Tell(running, CaseNewsKinds.CaseCopied, [to.Id], role: null, unitId: null, CaseNews.CaseUrl(running.Id), at, runner.Actor.Name, running.Title);
    }, cancel);

    private Task Change(Guid workItemId, EntryKind kind, Action<HeldTask> change, CancellationToken cancel, string? text = null) => runner.Commit(async () =>
    {
        var task = await access.Load(workItemId, cancel);
        change(task);
        db.Add(new CaseEntry(kind, task.Item.CaseId, runner.Now.UtcDateTime, runner.Actor, task.Item.NodeId, text));
    }, cancel);

    private Task HandOn(Guid workItemId, Guid toPersonId, EntryKind kind, string? comment, Action<HeldTask> change, CancellationToken cancel) => runner.Commit(async () =>
    {
        var task = await access.Load(workItemId, cancel);
        var to = await access.Colleague(toPersonId, cancel);
        change(task);
        var (running, at) = (task.Running, runner.Now.UtcDateTime);
        db.Add(new CaseEntry(kind, running.Id, at, runner.Actor, task.Item.NodeId, comment, to.Id));
        news.Tell(running, CaseNewsKinds.TaskWaits, [to.Id], role: null, unitId: null, CaseNews.TaskUrl(task.Item.Id), at, task.Item.Name, running.Title);
    }, cancel);

    private static readonly Rule CommentMissing = new("Write something.", "Comment");
}
