using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>What a list of cases is narrowed to; null means all.</summary>
/// <param name="Stuck">Only those that can't go on by themselves.</param>
internal sealed record CaseFilter(Guid? DefinitionId = null, CaseOutcome? Outcome = null, Guid? UnitId = null, DateTime? StartedBefore = null, bool Stuck = false, bool Own = false);

internal sealed record CaseRow(Guid Id, string Title, string DefinitionKey, int Version, Guid UnitId, string StartedBy, DateTime StartedAt, DateTime? EndedAt, CaseOutcome Outcome, bool IsStuck);

/// <summary>A case with its drawing, where it stands, and its story.</summary>
/// <param name="Xml">The drawing it runs by.</param>
internal sealed record CaseView(Case Case, string Xml, ProcessGraph Graph, CaseState State, IReadOnlyList<CaseEntry> Journal, IReadOnlyList<CaseIncident> Incidents);

/// <summary>Cases for those who may see them.</summary>
internal sealed class CaseQueries(WorkflowsDbContext db, CaseAccess access, CaseRunner runner, Graphs graphs, IOrganisation organisation) : IScopedDependency
{
    /// <summary>The newest first.</summary>
    public async Task<Page<CaseRow>> List(CaseFilter filter, PageRequest page, CancellationToken cancel)
    {
        var rows = await access.Visible(cancel);
        if (filter.Own)
            rows = rows.Where(c => c.StarterId == runner.Actor.PersonId);
        if (filter.DefinitionId is { } definition)
            rows = rows.Where(c => c.DefinitionId == definition);
        if (filter.Outcome is { } outcome)
            rows = rows.Where(c => c.Outcome == outcome);
        if (filter.StartedBefore is { } before)
            rows = rows.Where(c => c.StartedAt < before);
        if (filter.Stuck)
            rows = rows.Where(c => db.Incidents.Any(i => i.CaseId == c.Id && i.ResolvedAt == null));
        if (filter.UnitId is { } unit)
        {
            var units = (await organisation.Tree(cancel)).SubtreeOf(unit).Select(u => u.Id).ToArray();
            rows = rows.Where(c => units.Contains(c.UnitId));
        }
        return await rows.ToPage(c => c.StartedAt, c => c.Id, c => new CaseRow(c.Id, c.Title, c.DefinitionKey, c.Version, c.UnitId, c.StartedBy, c.StartedAt, c.EndedAt, c.Outcome,
            db.Incidents.Any(i => i.CaseId == c.Id && i.ResolvedAt == null)), page, cancel, descending: true);
    }

    /// <exception cref="Kernel.Domain.RecordMissing">There is no such case for whoever is signed in.</exception>
    public async Task<CaseView> Find(Guid caseId, CancellationToken cancel)
    {
        var found = await access.See(caseId, cancel);
        var xml = await db.Versions.Where(v => v.Id == found.VersionId).Select(v => v.Xml).SingleAsync(cancel);
        var journal = await db.Entries.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.At).ThenBy(e => e.Number ?? 0).ThenBy(e => e.Id).ToListAsync(cancel);
        var incidents = await db.Incidents.AsNoTracking().Where(i => i.CaseId == caseId && i.ResolvedAt == null).OrderBy(i => i.Id).ToListAsync(cancel);
        return new(found, xml, await graphs.Of(found.VersionId, cancel), found.Read(), journal, incidents);
    }

    /// <summary>The state as its journal alone gives it: the same as the one that is kept, for whoever doubts it.</summary>
    public async Task<CaseState> Replay(Guid caseId, CancellationToken cancel)
    {
        var found = await access.See(caseId, cancel);
        var graph = await graphs.Of(found.VersionId, cancel);
        var events = await db.Entries.Where(e => e.CaseId == caseId && e.Number != null).OrderBy(e => e.Number).Select(e => e.Event!).ToListAsync(cancel);
        return events.Aggregate(CaseState.Blank, (state, text) => ProcessEngine.Step(graph, state, CaseEventJson.Read(text)).State);
    }
}
