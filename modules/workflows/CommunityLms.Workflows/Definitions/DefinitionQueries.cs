using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <param name="CannotBegin">A case that should have begun by the clock or a message couldn’t.</param>
/// <param name="IsDraftNewer">What is drawn isn't what is published.</param>
internal sealed record DefinitionRow(Guid Id, string Key, string Name, int LastVersion, bool IsDraftNewer, bool IsArchived, int RunningCases, bool CannotBegin);

internal sealed record DefinitionName(Guid Id, string Name);

internal sealed record VersionRow(Guid Id, int Number, DateTime PublishedAt, string PublishedBy, string? Note, int RunningCases);

/// <param name="Problems">What is wrong with the draft.</param>
internal sealed record DefinitionView(Definition Definition, IReadOnlyList<VersionRow> Versions, IReadOnlyList<Problem> Problems);

/// <summary>Definitions for those who may see them.</summary>
internal sealed class DefinitionQueries(WorkflowsDbContext db, DefinitionChecks checks, IAccess access) : IScopedDependency
{
    public async Task<IReadOnlyList<DefinitionRow>> All(bool archived, CancellationToken cancel)
    {
        await Require(cancel);
        return await db.Definitions.Where(d => (d.ArchivedOn != null) == archived).OrderBy(d => d.Name).ThenBy(d => d.Id).Select(d => new DefinitionRow(d.Id, d.Key, d.Name, d.LastVersion,
            !db.Versions.Any(v => v.Id == d.CurrentVersionId && v.Xml == d.Draft)
                || db.Forms.Count(f => f.DefinitionId == d.Id) != db.VersionForms.Count(f => f.VersionId == d.CurrentVersionId)
                || db.Forms.Any(f => f.DefinitionId == d.Id && !db.VersionForms.Any(v => v.VersionId == d.CurrentVersionId && v.Key == f.Key && v.Name == f.Name && v.Schema == f.Schema)),
            d.ArchivedOn != null,
            db.Cases.Count(c => c.DefinitionId == d.Id && c.Outcome == CaseOutcome.Running), db.StartPoints.Any(s => s.DefinitionId == d.Id && s.Failure != null))).ToListAsync(cancel);
    }

    /// <summary>What lists of cases are narrowed by; it asks for no permission, as the names stand in every list of cases.</summary>
    public async Task<IReadOnlyList<DefinitionName>> Names(CancellationToken cancel) =>
        await db.Definitions.OrderBy(d => d.Name).ThenBy(d => d.Id).Select(d => new DefinitionName(d.Id, d.Name)).ToListAsync(cancel);

    /// <exception cref="RecordMissing">There is no such workflow in this institute.</exception>
    public async Task<DefinitionView> Find(Guid id, CancellationToken cancel)
    {
        await Require(cancel);
        var definition = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RecordMissing("workflow");
        var versions = await db.Versions.Where(v => v.DefinitionId == id).OrderByDescending(v => v.Number).Select(v => new VersionRow(v.Id, v.Number, v.PublishedAt, v.PublishedBy, v.Note,
            db.Cases.Count(c => c.VersionId == v.Id && c.Outcome == CaseOutcome.Running))).ToListAsync(cancel);
        return new(definition, versions, (await checks.Check(definition.Draft, id, cancel)).Problems);
    }

    /// <summary>The file as it was drawn or brought; a published one by its number.</summary>
    /// <exception cref="RecordMissing">There is no such workflow or version.</exception>
    public async Task<string> Xml(Guid id, int? version, CancellationToken cancel)
    {
        await Require(cancel);
        var xml = version is { } number
            ? await db.Versions.Where(v => v.DefinitionId == id && v.Number == number).Select(v => v.Xml).SingleOrDefaultAsync(cancel)
            : await db.Definitions.Where(d => d.Id == id).Select(d => d.Draft).SingleOrDefaultAsync(cancel);
        return xml ?? throw new RecordMissing("workflow");
    }

    private async Task Require(CancellationToken cancel)
    {
        if (!await access.May(WorkflowsPermissions.Definitions.View, cancel))
            throw new AccessDenied(WorkflowsPermissions.Definitions.View);
    }
}
