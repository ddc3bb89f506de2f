using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Messages;

/// <summary>Messages and those who wait for them; the caller saves.</summary>
internal sealed class MessagePost(WorkflowsDbContext db) : IScopedDependency
{
    public void Post(CaseMessage message, DateTime at)
    {
        db.Add(new KeptMessage(message, at));
        db.Add(new DueWork(DueKind.Message, message.MessageId, 0, at));
    }

    /// <summary>A case waits from now on; a message that came before it is looked at again at once.</summary>
    public async Task Await(Case running, AwaitMessage wait, DateTime at, CancellationToken cancel)
    {
        var added = new MessageWait(running.Id, wait.Subscription, wait.Name, wait.Key ?? running.MessageKey);
        db.Add(added);
        foreach (var waiting in await db.DueWork.Where(w => w.Kind == DueKind.Message && !w.IsHeld
            && db.Messages.Any(m => m.Id == w.OwnerId && m.Name == added.Name && m.Key == added.Key && m.TakenAt == null)).ToListAsync(cancel))
            waiting.DoAt(at);
    }

    public async Task Forget(Case running, int subscription, CancellationToken cancel)
    {
        await db.MessageWaits.Where(w => w.CaseId == running.Id && w.Subscription == subscription).LoadAsync(cancel);
        db.RemoveRange(db.MessageWaits.Local.Where(w => w.CaseId == running.Id && w.Subscription == subscription).ToList());
    }
}
