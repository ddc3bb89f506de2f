using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Calendar;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>Writes down what a case asks of the world: tasks, timers, waits, calls. Each is a row of the same transaction; what is done outside comes later, from there.</summary>
internal sealed class CaseOrders(WorkflowsDbContext db, TaskOpening tasks, MessagePost messages, WorkingCalendar calendar, CaseNews news) : IScopedDependency
{
    public async Task Carry(Case running, ProcessGraph graph, StepResult result, DateTime at, CancellationToken cancel)
    {
        foreach (var command in result.Commands)
            await Carry(running, graph, result.State, command, at, cancel);
    }

    private async Task Carry(Case running, ProcessGraph graph, CaseState state, CaseCommand command, DateTime at, CancellationToken cancel)
    {
        switch (command)
        {
            case OpenTask open:
                await tasks.Open(running, graph, state, open, at, cancel);
                break;
            case CloseTask close:
                foreach (var item in await db.WorkItems.Where(w => w.CaseId == running.Id && w.Instance == close.Instance && w.State == WorkState.Open).ToListAsync(cancel))
                    item.Withdraw(at);
                break;
            case DoActivity activity:
                db.Add(new DueWork(DueKind.Activity, running.Id, activity.Instance, at, new ActivityOrder(activity.Task.ActivityName, Values.ToJson(activity.Variables))));
                break;
            case StopActivity stop:
                await Forget(running, DueKind.Activity, stop.Instance, cancel);
                break;
            case StartTimer timer:
                db.Add(new DueWork(DueKind.Timer, running.Id, timer.Subscription, timer.Due?.UtcDateTime ?? await calendar.After(at, timer.WorkingDays ?? 0, cancel)));
                break;
            case AwaitMessage wait:
                await messages.Await(running, wait, at, cancel);
                break;
            case EndSubscription end:
                await Forget(running, DueKind.Timer, end.Subscription, cancel);
                await messages.Forget(running, end.Subscription, cancel);
                break;
            case SendMessage send:
                messages.Post(new(send.Name, send.Key ?? running.MessageKey, Values.ToJson(send.Variables), Guid.CreateVersion7(), running.UnitId), at);
                break;
            case CallCase call:
                db.Add(new DueWork(DueKind.Call, running.Id, call.Instance, at, new CallOrder(call.ProcessId, Values.ToJson(call.Variables))));
                break;
            case RecallCase recall:
                await Forget(running, DueKind.Call, recall.Instance, cancel);
                db.Add(new DueWork(DueKind.Recall, running.Id, recall.Instance, at));
                break;
            case RaiseIncident raise:
                db.Add(new CaseIncident(running, raise.Instance, raise.Incident, state.Node(raise.Instance)?.NodeId ?? graph.Id, at));
                news.TellOfIncident(running, at);
                break;
            case ResolveIncident resolve:
                await Resolve(running, resolve.Instance, at, cancel);
                break;
            case EndCase:
                await End(running, state, at, cancel);
                break;
        }
    }

    private async Task End(Case running, CaseState state, DateTime at, CancellationToken cancel)
    {
        if (running is { ParentId: { } parent, ParentInstance: { } instance })
            db.Add(new DueWork(DueKind.Answer, parent, instance, at, new CallAnswer(running.Outcome, state.ErrorCode, Values.ToJson(state.Variables))));
        else
            news.TellOfEnd(running, at);
        if (running.BusinessKey is { } key)
        {
            await db.RunningKeys.Where(k => k.DefinitionId == running.DefinitionId && k.Key == key).LoadAsync(cancel);
            db.RemoveRange(db.RunningKeys.Local.Where(k => k.DefinitionId == running.DefinitionId && k.Key == key).ToList());
        }
        // What was raised by the runtime, about work that was set aside or a task nobody has, ends with the case.
        foreach (var open in await db.Incidents.Where(i => i.CaseId == running.Id && i.ResolvedAt == null).ToListAsync(cancel))
            open.Resolve(at);
    }

    private async Task Resolve(Case running, int instance, DateTime at, CancellationToken cancel)
    {
        var stored = await db.Incidents.Where(i => i.CaseId == running.Id && i.Instance == instance && i.ResolvedAt == null && i.WorkId == null).ToListAsync(cancel);
        foreach (var incident in stored.Union(db.Incidents.Local.Where(i => i.CaseId == running.Id && i.Instance == instance && i.WorkId == null).ToList()))
            incident.Resolve(at);
    }

    /// <summary>Takes back work that was asked for before, in this step or an earlier one.</summary>
    private async Task Forget(Case running, DueKind kind, int number, CancellationToken cancel)
    {
        await db.DueWork.Where(w => w.OwnerId == running.Id && w.Kind == kind && w.Number == number).LoadAsync(cancel);
        db.RemoveRange(db.DueWork.Local.Where(w => w.OwnerId == running.Id && w.Kind == kind && w.Number == number).ToList());
    }
}
