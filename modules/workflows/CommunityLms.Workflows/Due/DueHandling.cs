using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Due;

/// <summary>Does one piece of due work. The row goes in the transaction that applies its event: a second try finds neither.</summary>
internal sealed class DueHandling(WorkflowsDbContext db, CaseRunner runner, CaseStarting cases, RunActivity activity, DeliverMessage message, TimedStart start, TellNews news) : IScopedDependency
{
    public Task Do(DueWork work, CancellationToken cancel) => work.Kind switch
    {
        DueKind.Timer => Settle(work, at => new TimerFired(at, work.Number), cancel),
        DueKind.Activity => Activity(work, cancel),
        DueKind.Message => message.Handle(work, cancel),
        DueKind.Call => Call(work, cancel),
        DueKind.Answer => Settle(work, at => Answered(work, at), cancel),
        DueKind.Recall => Recall(work, cancel),
        DueKind.Start => start.Handle(work, cancel),
        _ => news.Handle(work, cancel),
    };

    /// <summary>Applies the event and takes the row away, both or neither. Where the case doesn't wait for it any more, the row alone goes.</summary>
    private Task Settle(DueWork work, Func<DateTimeOffset, CaseEvent> happening, CancellationToken cancel) => runner.Commit(async () =>
    {
        if (!await Take(work, cancel))
            return;
        await runner.TryHappen(await runner.Load(work.OwnerId, cancel), happening(runner.Now), cancel);
    }, cancel);

    private async Task<bool> Take(DueWork work, CancellationToken cancel)
    {
        if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == work.Id, cancel) is not { } stored)
            return false;
        db.Remove(stored);
        return true;
    }

    private async Task Activity(DueWork work, CancellationToken cancel)
    {
        try
        {
            var results = Values.Of(await activity.Run(work, cancel));
            await Settle(work, at => new WorkCompleted(at, work.Number, results), cancel);
        }
        catch (ActivityError error)
        {
            await Settle(work, at => new ErrorThrown(at, work.Number, error.Code, error.Message), cancel);
        }
    }

    private Task Call(DueWork work, CancellationToken cancel) => runner.Commit(async () =>
    {
        if (!await Take(work, cancel))
            return;
        var order = work.Read<CallOrder>();
        var parent = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == work.OwnerId, cancel);
        await cases.Begin(new(order.DefinitionKey, parent.UnitId, parent.Title, order.Variables), new(parent.StartedBy, parent.StarterId, parent.Id, work.Number, parent.Depth + 1), cancel);
    }, cancel);

    private static CaseEvent Answered(DueWork work, DateTimeOffset at)
    {
        var answer = work.Read<CallAnswer>();
        return answer.Outcome switch
        {
            CaseOutcome.Completed => new WorkCompleted(at, work.Number, Values.Of(answer.Variables)),
            CaseOutcome.Failed => new ErrorThrown(at, work.Number, answer.ErrorCode ?? "", ""),
            _ => new WorkFailed(at, work.Number, "The called case was cancelled."),
        };
    }

    private Task Recall(DueWork work, CancellationToken cancel) => runner.Commit(async () =>
    {
        if (!await Take(work, cancel))
            return;
        foreach (var child in await db.Cases.Where(c => c.ParentId == work.OwnerId && c.ParentInstance == work.Number && c.Outcome == CaseOutcome.Running).ToListAsync(cancel))
            await runner.TryHappen(child, new CaseCancelled(runner.Now), cancel);
    }, cancel);
}
