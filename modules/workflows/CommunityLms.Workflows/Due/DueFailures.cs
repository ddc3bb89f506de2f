using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Due;

/// <summary>What becomes of work that failed: another try after a growing pause, then an incident that somebody sees.</summary>
internal sealed class DueFailures(WorkflowsDbContext db, CaseRunner runner, CaseNews news, FailedStarts starts, DueOptions options) : IScopedDependency
{
    public async Task Note(DueWork work, Exception fault, CancellationToken cancel)
    {
        var words = Texts.Cut(fault.Message);
        var last = work.Attempts + 1 >= options.MaxAttempts || IsFinal(fault);
        if (!last)
            await Postpone(work, words, cancel);
        else if (work.Kind is DueKind.Activity or DueKind.Call)
            await runner.Commit(() => Fail(work.Id, words, cancel), cancel);
        else
            await runner.Commit(() => Hold(work.Id, words, cancel), cancel);
    }

    /// <summary>Gives work back untouched.</summary>
    public async Task Release(DueWork work, CancellationToken cancel)
    {
        var now = runner.Now.UtcDateTime;
        await db.DueWork.Where(w => w.Id == work.Id && !w.IsHeld).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, now), cancel);
    }

    /// <summary>What another try can't mend: nothing of that name is there, or a rule forbids it.</summary>
    private static bool IsFinal(Exception fault) => fault is RuleBroken or RecordMissing or UnknownActivity;

    private async Task Postpone(DueWork work, string words, CancellationToken cancel)
    {
        await runner.Commit(() => starts.Note(work, words, isLast: false, cancel), cancel);
        var attempts = work.Attempts + 1;
        var next = runner.Now.UtcDateTime + options.PauseAfter(attempts);
        await db.DueWork.Where(w => w.Id == work.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Attempts, attempts).SetProperty(w => w.DueAt, next).SetProperty(w => w.Error, words), cancel);
    }

    /// <summary>The case itself stands still there, and an administrator tries again or passes over it.</summary>
    private async Task Fail(Guid workId, string words, CancellationToken cancel)
    {
        if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == workId, cancel) is not { } work)
            return;
        db.Remove(work);
        await runner.TryHappen(await runner.Load(work.OwnerId, cancel), new WorkFailed(runner.Now, work.Number, words), cancel);
    }

    /// <summary>The work is set aside with an incident of its case; what begins cases is shown with its definition.</summary>
    private async Task Hold(Guid workId, string words, CancellationToken cancel)
    {
        if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == workId, cancel) is not { } work)
            return;
        work.Hold(words);
        await starts.Note(work, words, isLast: true, cancel);
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == work.OwnerId, cancel) is not { } running)
            return;
        var at = runner.Now.UtcDateTime;
        db.Add(new CaseIncident(running, work.Number, new(IncidentStage.Working, "Work that was due could not be done: {0}", words), "", at) { WorkId = work.Id });
        news.TellOfIncident(running, at);
    }
}
