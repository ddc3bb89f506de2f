using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Cases;

/// <summary>A step a case stands at.</summary>
/// <param name="Who">For whom or what it waits.</param>
internal sealed record StandingStep(int Instance, string Name, string Who);

/// <summary>Something a case knows, in words.</summary>
/// <param name="Files">Those that were brought as the answer.</param>
internal sealed record KnownValue(string Name, string Text, IReadOnlyList<KeptFile> Files);

/// <summary>Says in words where a case stands and what it knows.</summary>
internal sealed class CaseWords(WorkflowsDbContext db, FormStore forms, IDirectory directory, IRoles roles, Dates dates, TimeProvider clock, IStringLocalizer<WorkflowsModule> texts) : IScopedDependency
{
    public async Task<IReadOnlyList<StandingStep>> StandsAt(CaseView view, CancellationToken cancel)
    {
        var items = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == view.Case.Id && w.State == WorkState.Open).ToDictionaryAsync(w => w.Instance, cancel);
        var names = (await roles.All(cancel)).ToDictionary(r => r.Key, r => r.Name.ToString(), StringComparer.Ordinal);
        var steps = new List<StandingStep>();
        foreach (var node in view.State.Nodes.Where(n => n.Repetition is null))
            steps.Add(new(node.Number, view.Graph.Find(node.NodeId)?.Name ?? node.NodeId, items.GetValueOrDefault(node.Number) is { } item ? await Waits(item, names, cancel) : ""));
        return steps;
    }

    /// <summary>Variables with their values, as the forms of the version asked for them; what no form asks stands under its own name.</summary>
    public async Task<IReadOnlyList<KnownValue>> Known(Guid versionId, JsonObject values, CancellationToken cancel)
    {
        var questions = await forms.Questions(versionId, cancel);
        var scope = FormScope.Of(values, [], clock.GetUtcNow());
        var known = new List<KnownValue>();
        foreach (var (name, value) in values.Where(v => v.Value is not null && !KnownVariables.Has(v.Key)))
        {
            var question = questions.GetValueOrDefault(name);
            known.Add(new(question?.Basics.Label.Say(scope) is { Length: > 0 } label ? label : name, await Say(value!, question, cancel), [.. KeptFile.Within(value)]));
        }
        return known;
    }

    private async Task<string> Say(JsonNode value, FormField? question, CancellationToken cancel) => value switch
    {
        JsonArray several => await SayAll(several, question, cancel),
        _ when question is ChoiceField choice && choice.Choices.FirstOrDefault(c => JsonNode.DeepEquals(c.Value, value)) is { } chosen => chosen.Label,
        JsonValue when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? texts["Yes"] : texts["No"],
        JsonObject file when file["name"] is { } fileName => fileName.ToString(),
        _ when Guid.TryParse(value.ToString(), out var id) => (await directory.Find(id, cancel))?.Name ?? value.ToString(),
        _ when DateOnly.TryParseExact(value.ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => dates.Exactly(day),
        _ => value.ToString(),
    };

    private async Task<string> SayAll(JsonArray several, FormField? question, CancellationToken cancel)
    {
        var words = new List<string>();
        foreach (var one in several.OfType<JsonNode>())
            words.Add(await Say(one, question, cancel));
        return string.Join(texts[", "], words);
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
