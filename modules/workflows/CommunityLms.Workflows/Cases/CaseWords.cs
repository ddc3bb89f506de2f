using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Cases;

/// <summary>A step a case stands at.</summary>
/// <param name="Who">For whom or what it waits.</param>
internal sealed record StandingStep(int Instance, string Name, string Who);

/// <summary>Says in words where a case stands and what it knows.</summary>
internal sealed class CaseWords(WorkflowsDbContext db, IDirectory directory, IRoles roles, IStringLocalizer<WorkflowsModule> texts) : IScopedDependency
{
    /// <summary>What every case knows of itself, which its page says elsewhere.</summary>
    private static readonly string[] s_ownNames = ["unit", "starter", "starterName"];

    public async Task<IReadOnlyList<StandingStep>> StandsAt(CaseView view, CancellationToken cancel)
    {
        var items = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == view.Case.Id && w.State == WorkState.Open).ToDictionaryAsync(w => w.Instance, cancel);
        var names = (await roles.All(cancel)).ToDictionary(r => r.Key, r => r.Name.ToString(), StringComparer.Ordinal);
        var steps = new List<StandingStep>();
        foreach (var node in view.State.Nodes.Where(n => n.Repetition is null))
            steps.Add(new(node.Number, view.Graph.Find(node.NodeId)?.Name ?? node.NodeId, items.GetValueOrDefault(node.Number) is { } item ? await Waits(item, names, cancel) : ""));
        return steps;
    }

    /// <summary>Variables with their values; ids of people and units are said by their names.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> Known(JsonObject values, CancellationToken cancel)
    {
        var known = new List<(string Name, string Value)>();
        foreach (var (name, value) in values.Where(v => v.Value is not null && !s_ownNames.Contains(v.Key)))
            known.Add((name, Guid.TryParse(value!.ToString(), out var id) && await directory.Find(id, cancel) is { } listed ? listed.Name : value.ToString()));
        return known;
    }

    private async Task<string> Waits(WorkItem item, Dictionary<string, string> roleNames, CancellationToken cancel)
    {
        if (item.PersonId is { } person)
            return texts["waits for {0}", (await directory.Find(person, cancel))?.Name ?? "?"];
        if (item.Role is { } role)
            return texts["waits for {0} of {1}", roleNames.GetValueOrDefault(role, role), item.RoleUnitId is { } unit ? (await directory.Find(unit, cancel))?.Name ?? "?" : "?"];
        return texts["nobody could be found for it"];
    }
}
