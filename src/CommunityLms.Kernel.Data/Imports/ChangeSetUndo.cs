using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>
/// Takes a set of changes back by the audit trail: what was added goes, what was changed gets its old values, what was deleted returns.
/// Refused as a whole when any of its records was changed or used by something else since. It works in short batches, so that others can
/// work meanwhile; killed, it begins again and goes on where it was. No event is raised: modules that keep copies follow by their own means.
/// </summary>
internal sealed class ChangeSetUndo(KernelDbContext kernel, IServiceScopeFactory scopes, IEnumerable<ModuleContext> contexts, ChangeSets changeSets) : IScopedDependency
{
    /// <param name="undoSetId">Binds what the undoing changes; the same for every try.</param>
    /// <param name="job">Where to report progress; null for an undoing that must not be stopped.</param>
    /// <exception cref="RuleBroken">Records were changed or used since.</exception>
    public async Task Undo(Guid changeSetId, Guid undoSetId, IJobContext? job, CancellationToken cancel)
    {
        await EnsureUntouched(changeSetId, undoSetId, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var parts = await Parts(scope.ServiceProvider, changeSetId, cancel);
        foreach (var part in parts)
            if (await part.UsedElsewhere(cancel) is > 0 and var used)
                throw new RuleBroken(ImportRules.ChangedSince, used);
        foreach (var guard in scope.ServiceProvider.Contributions<IUndoGuard>())
            foreach (var (type, added) in parts.SelectMany(p => p.Added))
                await guard.RequireUnused(type, added, cancel);
        var (done, total) = (0, parts.Sum(p => p.Count));
        using var _ = changeSets.Begin(undoSetId);
        try
        {
            foreach (var part in parts)
                await part.TakeBack(async batch =>
                {
                    if (job is not null)
                        await job.Report(done += batch, total, "Taking rows back", cancel);
                }, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody began to use one of the records in this moment. What was taken back returns, so that nothing is half undone.
            await using var again = scopes.CreateAsyncScope();
            foreach (var part in await Parts(again.ServiceProvider, undoSetId, CancellationToken.None))
                await part.TakeBack(_ => Task.CompletedTask, CancellationToken.None);
            throw new RuleBroken(ImportRules.ChangedSince, 1);
        }
    }

    private async Task EnsureUntouched(Guid changeSetId, Guid undoSetId, CancellationToken cancel)
    {
        var touched = await kernel.Audit.Where(mine => mine.ChangeSetId == changeSetId)
            .Where(mine => kernel.Audit.Any(later => later.EntityId == mine.EntityId && later.EntityType == mine.EntityType && later.At > mine.At
                && (later.ChangeSetId == null || (later.ChangeSetId != changeSetId && later.ChangeSetId != undoSetId))))
            .Select(mine => mine.EntityId).Distinct().CountAsync(cancel);
        if (touched > 0)
            throw new RuleBroken(ImportRules.ChangedSince, touched);
    }

    /// <summary>What the set changed, context by context.</summary>
    private async Task<List<ChangeSetPart>> Parts(IServiceProvider services, Guid changeSetId, CancellationToken cancel)
    {
        var traces = await kernel.Audit.Where(a => a.ChangeSetId == changeSetId).Select(a => new ChangeTrace(a.EntityType, a.EntityId, a.Action, a.At)).ToListAsync(cancel);
        return
        [
            .. contexts.Where(c => c.Type != typeof(KernelDbContext))
                .Select(c => new ChangeSetPart((DbContext)services.GetRequiredService(c.Type), kernel, changeSetId, traces))
                .Where(p => p.Count > 0),
        ];
    }
}

/// <summary>That a record was changed, without what.</summary>
internal sealed record ChangeTrace(string EntityType, string EntityId, AuditAction Action, DateTime At);
