using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Messages;

/// <summary>
/// Brings a message to the case that has waited for it longest (BPMN 2.0.2, clause 8.4.2, key-based correlation); where none waits, to a
/// definition that begins with it; else it waits itself.
/// </summary>
internal sealed class DeliverMessage(WorkflowsDbContext db, CaseRunner runner, CaseStarting starting, IOrganisation organisation) : IScopedDependency
{
    /// <summary>A waiting case calls it up by itself; this is for what nobody thought of.</summary>
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMinutes(5);

    public Task Handle(DueWork work, CancellationToken cancel) => runner.Commit(() => Deliver(work.Id, work.OwnerId, cancel), cancel);

    private async Task Deliver(Guid workId, Guid messageId, CancellationToken cancel)
    {
        if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == workId, cancel) is not { } work)
            return;
        var at = runner.Now;
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == messageId && m.TakenAt == null, cancel);
        if (message is null || at.UtcDateTime >= message.SentAt + KeptMessage.Kept)
            db.Remove(work);
        else if (await ToWaiting(message, at, cancel) || await ToStart(message, cancel))
        {
            message.Take(at.UtcDateTime);
            db.Remove(work);
        }
        else
            work.DoAt(at.UtcDateTime + s_lookAgain);
    }

    private async Task<bool> ToWaiting(KeptMessage message, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.MessageWaits.Where(w => w.Name == message.Name && w.Key == message.Key).OrderBy(w => w.Id).FirstOrDefaultAsync(cancel) is not { } wait)
            return false;
        var running = await runner.Load(wait.CaseId, cancel);
        db.Remove(wait);
        return await runner.TryHappen(running, new MessageArrived(at, wait.Subscription, Values.Of(Variables(message))), cancel) is null;
    }

    private async Task<bool> ToStart(KeptMessage message, CancellationToken cancel)
    {
        var start = await db.StartPoints.Where(s => s.Message == message.Name).OrderBy(s => s.Id).FirstOrDefaultAsync(cancel);
        if (start is null || await db.Definitions.SingleOrDefaultAsync(d => d.Id == start.DefinitionId && d.ArchivedOn == null, cancel) is not { } definition)
            return false;
        if (await db.RunningKeys.AnyAsync(k => k.DefinitionId == definition.Id && k.Key == message.Key, cancel))
            return false;
        var unit = message.UnitId ?? (await organisation.Tree(cancel)).Root?.Id ?? throw new RecordMissing("unit");
        await starting.Begin(new(definition.Key, unit, definition.Name, Variables(message), message.Key), new(runner.Actor.Name), cancel, start.NodeId);
        start.Begun();
        return true;
    }

    private static JsonObject Variables(KeptMessage message) => (JsonObject)JsonNode.Parse(message.Variables)!;
}
