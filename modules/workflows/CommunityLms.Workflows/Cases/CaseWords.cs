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
/// <param name="TaskId">The task in somebody's inbox; null where it is none.</param>
internal sealed record StandingStep(int Instance, string Name, string Who, Guid? TaskId);

/// <summary>Something a case knows, in words.</summary>
/// <param name="Files">Those that were brought as the answer.</param>
internal sealed record KnownValue(string Name, string Text, IReadOnlyList<KeptFile> Files);

/// <summary>Says in words where a case stands and what it knows.</summary>
internal sealed class CaseWords(WorkflowsDbContext db, FormStore forms, IDirectory directory, IRoles roles, Dates dates, TimeProvider clock, IStringLocalizer<WorkflowsModule> texts) : IScopedDependency
{
    public async Task<IReadOnlyList<StandingStep>> StandsAt(CaseView view, CancellationToken cancel)
    {
        var items = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == view.Case.Id && w.State == WorkState.Open).ToDictionaryAsync(w => w.Instance, cancel);
        var roleNames = (await roles.All(cancel)).ToDictionary(r => r.Key, r => r.Name.ToString(), StringComparer.Ordinal);
        var listed = await directory.Find([.. items.Values.SelectMany(i => new[] { i.PersonId, i.RoleUnitId }).OfType<Guid>()], cancel);
        return [.. view.State.Nodes.Where(n => n.Repetition is null).Select(node => new StandingStep(node.Number, view.Graph.Find(node.NodeId)?.Name ?? node.NodeId,
            items.GetValueOrDefault(node.Number) is { } item ? Waits(item, roleNames, listed) : "", items.GetValueOrDefault(node.Number)?.Id))];
    }

    /// <summary>Variables with their values, as the forms of the version asked for them; what no form asks stands under its own name.</summary>
    public async Task<IReadOnlyList<KnownValue>> Known(Guid versionId, JsonObject values, CancellationToken cancel)
    {
        var questions = await forms.Questions(versionId, cancel);
        var labels = await Labels(versionId, values, cancel);
        var listed = await directory.Find([.. values.Select(v => v.Value).SelectMany(IdsIn)], cancel);
        return [.. from known in values
            where known.Value is not null && !KnownVariables.Has(known.Key)
            select new KnownValue(labels.GetValueOrDefault(known.Key, known.Key), Say(known.Value, questions.GetValueOrDefault(known.Key), listed), [.. KeptFile.Within(known.Value)])];
    }

    /// <summary>What the version's forms call the variables, by name; those that no form asks are not among them.</summary>
    public async Task<Dictionary<string, string>> Labels(Guid versionId, JsonObject values, CancellationToken cancel)
    {
        var scope = FormScope.Of(values, [], clock.GetUtcNow());
        return (await forms.Questions(versionId, cancel)).Select(q => (q.Key, Label: q.Value.Basics.Label.Say(scope))).Where(q => q.Label.Length > 0).ToDictionary(q => q.Key, q => q.Label, StringComparer.Ordinal);
    }

    private string Say(JsonNode value, FormField? question, IReadOnlyDictionary<Guid, Listed> listed) => value switch
    {
        JsonArray several => string.Join(texts[", "], several.OfType<JsonNode>().Select(one => Say(one, question, listed))),
        _ when question is ChoiceField choice && choice.Choices.FirstOrDefault(c => JsonNode.DeepEquals(c.Value, value)) is { } chosen => chosen.Label,
        JsonValue when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? texts["Yes"] : texts["No"],
        // A date, a time or a duration as FEEL writes it.
        JsonObject literal when literal["@"] is { } written => Say(written, question, listed),
        JsonObject file when file["name"] is { } fileName => fileName.ToString(),
        _ when Guid.TryParse(value.ToString(), out var id) && listed.TryGetValue(id, out var found) => found.Name,
        _ when DateOnly.TryParseExact(value.ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => dates.Exactly(day),
        _ => value.ToString(),
    };

    private string Waits(WorkItem item, Dictionary<string, string> roleNames, IReadOnlyDictionary<Guid, Listed> listed)
    {
        if (item.PersonId is { } person)
            return texts["waits for {0}", NameOf(person)];
        if (item.Role is { } role)
            return texts["waits for {0} of {1}", roleNames.GetValueOrDefault(role, role), NameOf(item.RoleUnitId)];
        return texts["nobody could be found for it"];

        string NameOf(Guid? id) => id is { } known && listed.TryGetValue(known, out var found) ? found.Name : "?";
    }

    /// <summary>What may be the id of a person or a unit.</summary>
    private static IEnumerable<Guid> IdsIn(JsonNode? value) => value switch
    {
        JsonArray several => several.SelectMany(IdsIn),
        JsonValue => Guid.TryParse(value.ToString(), out var id) ? [id] : [],
        _ => [],
    };
}
