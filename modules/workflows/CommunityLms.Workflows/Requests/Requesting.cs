using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Requests;

/// <summary>Something a person may ask for.</summary>
/// <param name="UnitIds">Where they may.</param>
internal sealed record Requestable(Guid DefinitionId, Guid VersionId, string Key, string Name, IReadOnlyList<Guid> UnitIds);

/// <summary>People start cases themselves (申请), withdraw them and urge them.</summary>
internal sealed class Requesting(WorkflowsDbContext db, CaseRunner runner, CaseStarting starting, CaseNews news, Graphs graphs, StepAnswers step, BroughtFiles files, IPeople people, IRoles roles, IOrganisation organisation) : IScopedDependency
{
    private static readonly TimeSpan s_urgePause = TimeSpan.FromHours(4);

    /// <summary>What whoever is signed in may ask for, by name.</summary>
    public async Task<IReadOnlyList<Requestable>> Offered(CancellationToken cancel)
    {
        var me = Me();
        var offered = await db.Definitions.Where(d => d.RequestedBy != null && d.ArchivedOn == null && d.CurrentVersionId != null).OrderBy(d => d.Name)
            .Select(d => new { d.Id, VersionId = d.CurrentVersionId!.Value, d.Key, d.Name, d.RequestedBy }).ToListAsync(cancel);
        if (offered.Count == 0)
            return [];
        var (tree, held) = (await organisation.Tree(cancel), await roles.HeldBy(me, cancel));
        var works = (await people.WorkplacesOf(me, cancel)).SelectMany(w => WithSchool(tree, w)).Distinct().ToList();
        return [.. offered.Select(d => new Requestable(d.Id, d.VersionId, d.Key, d.Name, UnitsOf(d.RequestedBy!, works, held))).Where(r => r.UnitIds.Count > 0)];
    }

    /// <returns>The case.</returns>
    /// <exception cref="RecordMissing">There is no such workflow.</exception>
    /// <exception cref="RuleBroken">It isn't theirs to ask for in that unit, or answers need a change (each is named).</exception>
    public async Task<Guid> Ask(string definitionKey, Guid unitId, JsonObject entered, CancellationToken cancel)
    {
        var offered = (await Offered(cancel)).FirstOrDefault(o => o.Key == definitionKey);
        if (offered is null && !await db.Definitions.AnyAsync(d => d.Key == definitionKey, cancel))
            throw new RecordMissing("workflow");
        if (offered is null || !offered.UnitIds.Contains(unitId))
            throw new RuleBroken(CaseRules.NotForYou);
        var graph = await graphs.Of(offered.VersionId, cancel);
        return await runner.Commit(async () =>
        {
            var answers = await step.Hold(offered.VersionId, graph.Root.Entries is [var start, ..] ? start : null, graph.Properties.GetValueOrDefault(ProcessProperties.Form), Known(unitId), entered, draft: null, cancel);
            await files.Settle(answers, cancel);
            return await starting.Begin(new(definitionKey, unitId, offered.Name, answers), new(runner.Actor.Name, Me()), cancel);
        }, cancel);
    }

    /// <summary>What a start form sees: what the case will hold from the beginning.</summary>
    public JsonObject Known(Guid unitId) => new()
    {
        [KnownVariables.Starter] = Me().ToString(),
        [KnownVariables.StarterName] = runner.Actor.Name,
        [KnownVariables.Unit] = unitId.ToString(),
    };

    /// <summary>Takes one's request back while nobody has acted on it (撤回).</summary>
    public Task Withdraw(Guid caseId, string? reason, CancellationToken cancel) => runner.Commit(async () =>
    {
        var running = await Own(caseId, cancel);
        if (await db.WorkItems.AnyAsync(w => w.CaseId == caseId && w.State == WorkState.Done && w.DoneById != running.StarterId, cancel))
            throw new RuleBroken(CaseRules.ActedAlready);
        await runner.Happen(running, new CaseCancelled(runner.Now), cancel, reason);
    }, cancel);

    /// <summary>Reminds whoever has the open tasks of one's case (催办); not again for some hours.</summary>
    public Task Urge(Guid caseId, CancellationToken cancel) => runner.Commit(async () =>
    {
        var running = await Own(caseId, cancel);
        var at = runner.Now.UtcDateTime;
        running.Urge(at, s_urgePause);
        foreach (var item in await db.WorkItems.Where(w => w.CaseId == caseId && w.State == WorkState.Open).ToListAsync(cancel))
            news.Tell(running, CaseNewsKinds.CaseUrged, item.PersonId is { } person ? [person] : [], item.PersonId is null ? item.Role : null, item.RoleUnitId, CaseNews.TaskUrl(item.Id), at, runner.Actor.Name, running.Title);
        db.Add(new CaseEntry(EntryKind.Urged, caseId, at, runner.Actor));
    }, cancel);

    private async Task<Case> Own(Guid caseId, CancellationToken cancel)
    {
        var running = await runner.Load(caseId, cancel);
        return running.StarterId == Me() ? running : throw new RecordMissing("case");
    }

    private Guid Me() => runner.Actor.PersonId ?? throw new RecordMissing("person");

    /// <summary>Who works in a department works in its school.</summary>
    private static IEnumerable<Guid> WithSchool(OrganisationTree tree, Guid unitId)
    {
        foreach (var unit in tree.PathOf(unitId))
        {
            yield return unit.Id;
            if (unit.Kind != UnitKind.Department)
                yield break;
        }
    }

    private static IReadOnlyList<Guid> UnitsOf(string requestedBy, List<Guid> works, IReadOnlyList<HeldRole> held)
    {
        var words = NameList.Of(requestedBy);
        return [.. held.Where(h => words.Contains(h.Role)).Select(h => h.UnitId).Concat(words.Contains(ProcessProperties.Anyone) ? works : []).Distinct()];
    }
}
