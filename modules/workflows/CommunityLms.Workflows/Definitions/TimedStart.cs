using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>A schedule as it is kept beside due work.</summary>
/// <param name="Every">FEEL as JSON; null when it is once.</param>
internal sealed record ScheduleOrder(DateTimeOffset Due, string? Every, int? Left)
{
    public static ScheduleOrder Of(StartSchedule schedule) => new(schedule.Due, schedule.Every is { } every ? FeelJson.Write(every) : null, schedule.Left);

    public StartSchedule Read() => new(Due, Every is null ? null : FeelJson.Read(Every), Left);
}

/// <summary>Begins a case by the clock, and sets the next time in the same transaction, counted from when this one was due.</summary>
internal sealed class TimedStart(WorkflowsDbContext db, CaseRunner runner, CaseStarting starting, IOrganisation organisation) : IScopedDependency
{
    public Task Handle(DueWork work, CancellationToken cancel) => runner.Commit(async () =>
    {
        if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == work.Id, cancel) is not { } stored)
            return;
        db.Remove(stored);
        var point = await db.StartPoints.SingleOrDefaultAsync(s => s.Id == stored.OwnerId, cancel);
        if (point is null || await db.Definitions.SingleOrDefaultAsync(d => d.Id == point.DefinitionId, cancel) is not { } definition)
            return;
        if (stored.Read<ScheduleOrder>().Read().Next() is { } next)
            db.Add(new DueWork(DueKind.Start, point.Id, 0, next.Due.UtcDateTime, ScheduleOrder.Of(next)));
        // An archived workflow begins no cases, but goes on with its hours once it is restored.
        if (definition.ArchivedOn is not null)
            return;
        var unit = (await organisation.Tree(cancel)).Root?.Id ?? throw new RecordMissing("unit");
        await starting.Begin(new(definition.Key, unit, definition.Name, []), new(runner.Actor.Name), cancel, point.NodeId);
        point.Begun();
    }, cancel);
}
