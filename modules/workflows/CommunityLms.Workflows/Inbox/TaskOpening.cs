using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Calendar;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Puts a task into the right inbox, as its drawing says; where nobody can be found, an administrator hears of it.</summary>
internal sealed class TaskOpening(WorkflowsDbContext db, IRoles roles, IPeople people, WorkingCalendar calendar, CaseNews news, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    public async Task Open(Case running, ProcessGraph graph, CaseState state, OpenTask open, DateTime at, CancellationToken cancel)
    {
        var task = new TaskProperties(open.Task, state.VariablesOf(state.Node(open.Instance)!), new(at, TimeSpan.Zero));
        var (doer, problem) = await Find(running, graph, task, open.Task, cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, clock.LocalTimeZone));
        DateOnly? due = task.Days(TaskProperties.Due) is { } days ? await calendar.DayAfter(today, days, cancel) : null;
        var item = new WorkItem(running.Id, open.Instance, open.Task.Id, open.Task.Name, doer, at, due);
        db.Add(item);
        if (problem is not null)
        {
            db.Add(new CaseIncident(running, open.Instance, problem, open.Task.Id, at));
            news.TellOfIncident(running, at);
        }
        else if (doer.PersonId is null || doer.PersonId != user.Actor?.PersonId)
            // Whoever brought the task about for themselves needn't be told.
            news.Tell(running, CaseNewsKinds.TaskWaits, doer.PersonId is { } person ? [person] : [], doer.Role, doer.RoleUnitId, CaseNews.TaskUrl(item.Id), at, item.Name, running.Title);
        if (task.Days(TaskProperties.Remind) is { } remind)
            db.Add(new DueWork(DueKind.Reminder, running.Id, open.Instance, await calendar.After(at, remind, cancel), new TaskOrder(item.Id)));
        if (task.Days(TaskProperties.Escalate) is { } escalate)
            db.Add(new DueWork(DueKind.Escalation, running.Id, open.Instance, await calendar.After(at, escalate, cancel),
                new TaskOrder(item.Id, task.Text(TaskProperties.EscalateTo), task.Value(TaskProperties.Unit).Id() ?? running.UnitId)));
    }

    private async Task<(Doer Doer, Incident? Problem)> Find(Case running, ProcessGraph graph, TaskProperties task, UserTask node, CancellationToken cancel)
    {
        if (task.Text(TaskProperties.Person) is { } asked)
            return await Present(task.Value(TaskProperties.Person).Id(), cancel) is { } person
                ? (person, null)
                : (Doer.Nobody, new(IncidentStage.Working, "{0} can’t tell who is to do it: {1} gives {2}.", node.Name, asked, task.Explain(TaskProperties.Person)));
        if (task.Text(TaskProperties.DoerOf) is { } earlier)
            return await Present(await LastDoerOf(running, earlier, cancel), cancel) is { } person
                ? (person, null)
                : (Doer.Nobody, new(IncidentStage.Working, "{0} can’t tell who is to do it: nobody has done {1}.", node.Name, graph.Find(earlier)?.Name ?? earlier));
        if (task.Words(TaskProperties.Role) is { Count: > 0 } asks)
            return await Holders(running, task, asks, cancel) is { } group
                ? (group, null)
                : (Doer.Nobody, new(IncidentStage.Working, "{0} has nobody to do it: nobody holds the role {1} there.", node.Name, string.Join(", ", asks)));
        return await Present(running.StarterId, cancel) is { } starter
            ? (starter, null)
            : (Doer.Nobody, new(IncidentStage.Working, "{0} has nobody to do it: the drawing names nobody, and no person started the case.", node.Name));
    }

    private async Task<Doer?> Present(Guid? personId, CancellationToken cancel) =>
        personId is { } id && (id == user.Actor?.PersonId || (await people.Find([id], cancel)).GetValueOrDefault(id) is { HasLeft: false }) ? new(id) : null;

    private async Task<Guid?> LastDoerOf(Case running, string nodeId, CancellationToken cancel)
    {
        var stored = await db.WorkItems.Where(w => w.CaseId == running.Id && w.NodeId == nodeId && w.State == WorkState.Done).ToListAsync(cancel);
        // Whoever did it in this very transaction isn't stored yet.
        return stored.Union(db.WorkItems.Local.Where(w => w.CaseId == running.Id && w.NodeId == nodeId)).Where(w => w.State == WorkState.Done).MaxBy(w => w.ClosedAt)?.DoneById;
    }

    private async Task<Doer?> Holders(Case running, TaskProperties task, IReadOnlyList<string> asks, CancellationToken cancel)
    {
        var unit = task.Text(TaskProperties.Unit) is null ? running.UnitId : task.Value(TaskProperties.Unit).Id();
        if (unit is not { } there)
            return null;
        foreach (var role in asks)
            if (await roles.Holders(role, there, cancel) is { } holders)
                return new(null, role, holders.UnitId);
        return null;
    }
}

/// <summary>A task to be called to mind, or told to others.</summary>
internal sealed record TaskOrder(Guid WorkItemId, string? Role = null, Guid? UnitId = null);
