using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>A case that couldn't begin by the clock or a message.</summary>
/// <param name="Message">Null where it was the clock.</param>
/// <param name="IsGivenUp">It isn't tried again by itself.</param>
internal sealed record FailedStart(Guid Id, string? Message, string Reason, DateTime At, bool IsGivenUp);

/// <summary>Shows administrators what should have begun by itself and didn't: no case stands for it.</summary>
internal sealed class FailedStarts(WorkflowsDbContext db, CaseRunner runner, CaseNews news, IOrganisation organisation, IAccess access) : IScopedDependency
{
    public static string DefinitionUrl(Guid definitionId) => $"/workflows/definitions/{definitionId}";

    /// <summary>Writes down that work which begins cases failed; other work is left. The caller saves.</summary>
    /// <param name="isLast">It isn't tried again: the administrators are told.</param>
    public async Task Note(DueWork work, string reason, bool isLast, CancellationToken cancel)
    {
        var at = runner.Now.UtcDateTime;
        foreach (var point in await Points(work, cancel))
        {
            point.Fail(reason, at);
            if (isLast && (await organisation.Tree(cancel)).Root is { } root && await db.Definitions.SingleOrDefaultAsync(d => d.Id == point.DefinitionId, cancel) is { } definition)
                news.Tell(definition.Id, CaseNewsKinds.StartFails, [], UsualRoles.Administrator, root.Id, DefinitionUrl(definition.Id), at, definition.Name, reason);
        }
    }

    public async Task<IReadOnlyList<FailedStart>> Of(Guid definitionId, CancellationToken cancel)
    {
        var failed = await db.StartPoints.AsNoTracking().Where(s => s.DefinitionId == definitionId && s.Failure != null).OrderBy(s => s.Id).ToListAsync(cancel);
        var held = failed.Count == 0 ? [] : await Held(failed).Select(w => w.OwnerId).ToListAsync(cancel);
        var messages = await db.Messages.Where(m => held.Contains(m.Id)).Select(m => m.Name).ToListAsync(cancel);
        return [.. failed.Select(s => new FailedStart(s.Id, s.Message, s.Failure!, s.FailedAt!.Value, held.Contains(s.Id) || (s.Message is { } name && messages.Contains(name))))];
    }

    /// <summary>Has all that was given up for a definition tried once more.</summary>
    /// <exception cref="RecordMissing">There is no such workflow.</exception>
    public async Task TryAgain(Guid definitionId, CancellationToken cancel)
    {
        await access.RequireEverywhere(WorkflowsPermissions.Definitions.Edit, cancel);
        if (!await db.Definitions.AnyAsync(d => d.Id == definitionId, cancel))
            throw new RecordMissing("workflow");
        await runner.Commit(async () =>
        {
            var at = runner.Now.UtcDateTime;
            var failed = await db.StartPoints.Where(s => s.DefinitionId == definitionId && s.Failure != null).ToListAsync(cancel);
            foreach (var work in await Held(failed).ToListAsync(cancel))
                work.TryAgain(at);
        }, cancel);
    }

    /// <summary>The work that was set aside for these starts: their own by the clock, and messages of their names that no case waits for.</summary>
    private IQueryable<DueWork> Held(IReadOnlyCollection<StartPoint> points)
    {
        var (ids, names) = (points.Select(p => p.Id).ToArray(), points.Select(p => p.Message).OfType<string>().ToArray());
        return db.DueWork.Where(w => w.IsHeld && ((w.Kind == DueKind.Start && ids.Contains(w.OwnerId))
            || (w.Kind == DueKind.Message && db.Messages.Any(m => m.Id == w.OwnerId && m.TakenAt == null && names.Contains(m.Name)))));
    }

    private async Task<List<StartPoint>> Points(DueWork work, CancellationToken cancel) => work.Kind switch
    {
        DueKind.Start => await db.StartPoints.Where(s => s.Id == work.OwnerId).ToListAsync(cancel),
        DueKind.Message => await db.StartPoints.Where(s => db.Messages.Any(m => m.Id == work.OwnerId && m.Name == s.Message)).OrderBy(s => s.Id).Take(1).ToListAsync(cancel),
        _ => [],
    };
}
