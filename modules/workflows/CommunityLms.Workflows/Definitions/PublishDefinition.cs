using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Forms;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>Makes a draft the version new cases run by. What began cases by the clock or a message before doesn't any more.</summary>
internal sealed class PublishDefinition(WorkflowsDbContext db, DefinitionChecks checks, IAccess access, CaseRunner runner) : IScopedDependency
{
    /// <returns>The version's number.</returns>
    /// <exception cref="RuleBroken">The drawing has errors; each is named.</exception>
    public async Task<int> Handle(Guid id, string? note, CancellationToken cancel)
    {
        await access.RequireEverywhere(WorkflowsPermissions.Definitions.Edit, cancel);
        return await runner.Commit(() => Publish(id, note, cancel), cancel);
    }

    /// <summary>The same without asking who; the caller saves.</summary>
    public async Task<int> Publish(Guid id, string? note, CancellationToken cancel)
    {
        var definition = await db.Definitions.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RecordMissing("workflow");
        var file = await checks.Check(definition.Draft, id, cancel);
        if (!file.CanBePublished)
            throw new RuleBroken(DefinitionRules.HasErrors, checks.Words(file.Problems.Where(p => p.Severity == ProblemSeverity.Error)));
        var version = definition.Publish(file.Process!, note, runner.Now.UtcDateTime, runner.Actor.Name);
        db.Add(version);
        db.AddRange((await db.Forms.AsNoTracking().Where(f => f.DefinitionId == id).ToListAsync(cancel)).Select(f => new VersionForm(version.Id, f)));
        var old = await db.StartPoints.Where(s => s.DefinitionId == id).ToListAsync(cancel);
        var oldIds = old.ConvertAll(s => s.Id);
        db.RemoveRange(old);
        db.RemoveRange(await db.DueWork.Where(w => w.Kind == DueKind.Start && oldIds.Contains(w.OwnerId)).ToListAsync(cancel));
        foreach (var start in file.Process!.Root.Nodes.OfType<StartEvent>())
            Begin(definition, start);
        return version.Number;
    }

    private void Begin(Definition definition, StartEvent start)
    {
        if (start.Trigger is null)
            return;
        var point = new StartPoint(definition.Id, start.Id, (start.Trigger as MessageTrigger)?.Name);
        db.Add(point);
        if (start.Trigger is TimerTrigger timer && StartSchedule.First(timer, runner.Now) is { } schedule)
            db.Add(new DueWork(DueKind.Start, point.Id, 0, schedule.Due.UtcDateTime, ScheduleOrder.Of(schedule)));
    }
}
