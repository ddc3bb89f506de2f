using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>What an administrator does to a case that can't go on, or not as drawn. Each is a step of the journal, with the reason.</summary>
internal sealed class Intervening(WorkflowsDbContext db, CaseRunner runner, CaseNews news, TaskAccess tasks, IAccess access) : IScopedDependency
{
    public Task Cancel(Guid caseId, string reason, CancellationToken cancel) => Step(caseId, reason, at => new CaseCancelled(at), cancel);

    /// <summary>Tries a failed step again.</summary>
    public Task Retry(Guid caseId, int instance, string? reason, CancellationToken cancel) => Step(caseId, reason, at => new StepRetried(at, instance), cancel, needsReason: false);

    /// <summary>Passes over a step.</summary>
    /// <param name="flowId">The way to go on, where there are several.</param>
    public Task Skip(Guid caseId, int instance, string? flowId, JsonObject variables, string reason, CancellationToken cancel) =>
        Step(caseId, reason, at => new StepSkipped(at, instance, Values.Of(variables), flowId), cancel);

    /// <summary>Takes the case from a step to another of the same or an outer scope.</summary>
    /// <exception cref="RuleBroken">The step is gone, the other is out of reach, or no reason is given.</exception>
    public Task Move(Guid caseId, int instance, string targetNodeId, string reason, CancellationToken cancel) =>
        Step(caseId, reason, at => new TokenMoved(at, instance, targetNodeId), cancel);

    /// <summary>Puts variables right.</summary>
    /// <param name="seen">The version of the case they were read from; null where whatever they are now is replaced.</param>
    /// <exception cref="ChangedMeanwhile">The case has moved since.</exception>
    /// <exception cref="RuleBroken">One of them is none that can be changed, or no reason is given.</exception>
    public Task Correct(Guid caseId, JsonObject variables, string reason, CancellationToken cancel, Guid? seen = null) => runner.Commit(async () =>
    {
        var running = await Load(caseId, cancel);
        if (seen is { } stamp && stamp != running.ConcurrencyStamp)
            throw new ChangedMeanwhile("The case");
        if (variables.Select(v => v.Key).FirstOrDefault(name => KnownVariables.Has(name) || !AnswerPath.IsName(name)) is { } wrong)
            throw new RuleBroken(CaseRules.NoVariable, wrong);
        Require(reason);
        await runner.Happen(running, new VariablesChanged(runner.Now, Values.Of(variables)), cancel, reason.Trim());
    }, cancel);

    /// <exception cref="AccessDenied">Whoever is signed in may not intervene where the case takes place.</exception>
    public Task Require(Guid caseId, CancellationToken cancel) => Load(caseId, cancel);

    /// <summary>Gives a task of the case to somebody, whoever has it.</summary>
    /// <exception cref="RecordMissing">The case has no such task.</exception>
    public Task Reassign(Guid caseId, Guid workItemId, Guid toPersonId, string reason, CancellationToken cancel) => runner.Commit(async () =>
    {
        var item = await db.WorkItems.SingleOrDefaultAsync(w => w.Id == workItemId && w.CaseId == caseId, cancel) ?? throw new RecordMissing("task");
        var running = await Load(item.CaseId, cancel);
        Require(reason);
        var to = await tasks.Colleague(toPersonId, cancel);
        item.Transfer(to.Id);
        var at = runner.Now.UtcDateTime;
        db.Add(new CaseEntry(EntryKind.Reassigned, running.Id, at, runner.Actor, item.NodeId, reason.Trim(), to.Id));
        foreach (var open in await db.Incidents.Where(i => i.CaseId == running.Id && i.Instance == item.Instance && i.ResolvedAt == null).ToListAsync(cancel))
            open.Resolve(at);
        news.Tell(running, CaseNewsKinds.TaskWaits, [to.Id], role: null, unitId: null, CaseNews.TaskUrl(item.Id), at, item.Name, running.Title);
    }, cancel);

    /// <summary>Has what an incident stands for tried again: work that was set aside, or the step itself.</summary>
    /// <exception cref="RecordMissing">The case has no such incident.</exception>
    public async Task RetryIncident(Guid caseId, Guid incidentId, CancellationToken cancel)
    {
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == incidentId && i.CaseId == caseId && i.ResolvedAt == null, cancel) ?? throw new RecordMissing("incident");
        await (incident.WorkId is null ? Retry(caseId, incident.Instance, reason: null, cancel) : TryWorkAgain(incidentId, cancel));
    }

    /// <summary>Has work that was set aside after too many tries done once more.</summary>
    /// <exception cref="RecordMissing">The incident is of no such work.</exception>
    public Task TryWorkAgain(Guid incidentId, CancellationToken cancel) => runner.Commit(async () =>
    {
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Id == incidentId && i.WorkId != null && i.ResolvedAt == null, cancel) ?? throw new RecordMissing("incident");
        var running = await Load(incident.CaseId, cancel);
        var at = runner.Now.UtcDateTime;
        foreach (var held in await db.DueWork.Where(w => w.Id == incident.WorkId && w.IsHeld).ToListAsync(cancel))
            held.TryAgain(at);
        incident.Resolve(at);
        db.Add(new CaseEntry(EntryKind.TriedAgain, running.Id, at, runner.Actor, incident.NodeId));
    }, cancel);

    private Task Step(Guid caseId, string? reason, Func<DateTimeOffset, CaseEvent> happening, CancellationToken cancel, bool needsReason = true) => runner.Commit(async () =>
    {
        var running = await Load(caseId, cancel);
        if (needsReason)
            Require(reason);
        await runner.Happen(running, happening(runner.Now), cancel, reason?.Trim());
    }, cancel);

    private async Task<Case> Load(Guid caseId, CancellationToken cancel)
    {
        var running = await runner.Load(caseId, cancel);
        await access.Require(WorkflowsPermissions.Cases.Intervene, running.UnitId, cancel);
        return running;
    }

    private static void Require(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken(CaseRules.ReasonNeeded);
    }
}
