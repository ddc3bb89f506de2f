using System.Text.Json.Nodes;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>
/// A form at one moment: what is seen, and the answers that result. Conditions and computed values may depend on each other, so that they
/// are evaluated until nothing changes any more; a circle ends after some rounds.
/// </summary>
internal sealed class FormMoment
{
    private const int MostRounds = 8;
    private readonly JsonObject _before;
    private readonly IReadOnlySet<string>? _shown;

    private FormMoment(JsonObject before, IReadOnlySet<string>? shown) => (_before, _shown) = (before, shown);

    public IReadOnlyList<PlacedElement> Parts { get; private set; } = [];

    /// <summary>What is left when everything hidden is left out; computed values are in it.</summary>
    public JsonObject Answers { get; private set; } = [];

    public IEnumerable<PlacedField> Fields => Inside(Parts).OfType<PlacedField>();

    /// <param name="variables">What the case holds; a question begins with the variable of its name.</param>
    /// <param name="entered">What was entered; null where nothing was yet.</param>
    /// <param name="shown">The questions that could be answered: any other stands as at first. Null where all could.</param>
    public static FormMoment Of(Form form, JsonObject variables, JsonObject? entered, DateTimeOffset now, IReadOnlySet<string>? shown = null)
    {
        var moment = new FormMoment(variables, shown);
        JsonObject answers = entered is null ? [] : (JsonObject)entered.DeepClone();
        for (var round = 0; round < MostRounds; round++)
        {
            var next = new JsonObject();
            moment.Parts = moment.Place(form.Elements, entered, moment._before, next, FormScope.Of(variables, answers, now), PostedForm.Root);
            var settled = JsonNode.DeepEquals(next, answers);
            answers = next;
            if (settled)
                break;
        }
        moment.Answers = answers;
        return moment;
    }

    public static IEnumerable<PlacedElement> Inside(IEnumerable<PlacedElement> parts) => parts.SelectMany(part => part switch
    {
        PlacedGroup group => Inside(group.Parts).Prepend(group),
        PlacedList list => Inside(list.Rows).Prepend(list),
        _ => [part],
    });

    private List<PlacedElement> Place(IReadOnlyList<FormElement> elements, JsonObject? entered, JsonObject? before, JsonObject next, FormScope scope, string prefix)
    {
        var placed = new List<PlacedElement>();
        foreach (var element in elements)
        {
            if (scope.Holds(element.Hide))
                continue;
            switch (element)
            {
                case ComputedValue computed:
                    computed.Path.Set(next, scope.Json(computed.Expression));
                    break;
                case FormWords words:
                    placed.Add(new PlacedWords($"{prefix}.{element.Id}", words.Text.Say(scope)));
                    break;
                case FormGap gap:
                    placed.Add(new PlacedGap($"{prefix}.{element.Id}", gap.IsLine));
                    break;
                case FormGroup group:
                    var inside = group.Path.IsEmpty ? next : group.Path.Within(next);
                    var name = group.Path.IsEmpty ? prefix : $"{prefix}.{group.Path.Text}";
                    // Without an array of its own, an entered object that is missing means: nothing was entered there.
                    placed.Add(new PlacedGroup($"{prefix}.{group.Id}", group.Label.Say(scope), Row: null, Removable: false,
                        Place(group.Elements, entered is null ? null : group.Path.Get(entered) as JsonObject ?? [], group.Path.Get(before) as JsonObject, inside, scope, name)));
                    break;
                case FormList list:
                    placed.Add(Place(list, entered, before, next, scope, prefix));
                    break;
                case FormField field:
                    placed.Add(Place(field, entered, before, next, scope, prefix));
                    break;
            }
        }
        return placed;
    }

    private PlacedList Place(FormList list, JsonObject? entered, JsonObject? before, JsonObject next, FormScope scope, string prefix)
    {
        var name = $"{prefix}.{list.Path.Text}";
        var (known, typed) = (list.Path.Get(before) as JsonArray, list.Path.Get(entered) as JsonArray);
        var fresh = entered is null;
        var count = Math.Min(fresh ? known?.Count ?? list.Rows : typed?.Count ?? 0, FormList.MostRows);
        var (rows, answers) = (new List<PlacedGroup>(), new JsonArray());
        for (var i = 0; i < count; i++)
        {
            var answer = new JsonObject();
            var (own, old) = (fresh ? null : At(typed, i) ?? [], At(known, i));
            rows.Add(new($"{name}[{i}]", list.Label.Say(scope), i + 1, list.Grows, Place(list.Elements, own, old, answer, scope.Row(own ?? old, i), $"{name}[{i}]")));
            answers.Add(answer);
        }
        list.Path.Set(next, answers);
        return new(name, list.Label.Say(scope), list.Grows, rows);
    }

    private static JsonObject? At(JsonArray? rows, int index) => rows is not null && index < rows.Count ? rows[index] as JsonObject : null;

    private PlacedField Place(FormField field, JsonObject? entered, JsonObject? before, JsonObject next, FormScope scope, string prefix)
    {
        var readOnly = scope.Holds(field.Basics.ReadOnly);
        var name = $"{prefix}.{field.Path.Text}";
        var value = entered is null || readOnly || _shown?.Contains(name) == false ? field.Path.Get(before) ?? (field.Basics.Default is { } first ? scope.Json(first) : null) : field.Path.Get(entered);
        var choices = field is ChoiceField choice ? Choices(choice, scope) : [];
        var answer = field switch
        {
            ChoiceField { Several: true } => new JsonArray([.. choices.Where(c => Keys(value).Contains(c.Key)).Select(c => c.Value.DeepClone())]),
            ChoiceField => choices.FirstOrDefault(c => Keys(value).Contains(c.Key))?.Value,
            YesField => JsonValue.Create(value is JsonValue yes && yes.TryGetValue<bool>(out var isYes) && isYes),
            FileField { Several: true } => new JsonArray([.. KeptFile.All(value).Select(f => (JsonNode)f.ToJson())]),
            FileField => KeptFile.First(value)?.ToJson(),
            _ => value,
        };
        // What is only read stays what it was; writing it back could undo what somebody changes meanwhile.
        if (!readOnly || field.Path.Get(before) is null)
            field.Path.Set(next, answer);
        // What was chosen and can't be chosen any more is still shown to the check, which says so.
        return new(field, name, field.Basics.Label.Say(scope), field.Basics.Help.Say(scope), field is ChoiceField ? value : answer, readOnly, choices, scope);
    }

    private static HashSet<string> Keys(JsonNode? value) => value is JsonArray several ? [.. several.Select(ChoiceKey.Of)] : [ChoiceKey.Of(value)];

    private static IReadOnlyList<Choice> Choices(ChoiceField field, FormScope scope)
    {
        if (field.Expression is not { } expression)
            return field.Choices;
        return scope.Json(expression) is not JsonArray values ? [] : [.. values.Take(ChoiceField.MostChoices).Select(v => v is JsonObject pair && pair["value"] is { } inner
            ? new Choice(ChoiceKey.Of(inner), pair["label"]?.ToString() ?? ChoiceKey.Of(inner), inner)
            : new Choice(ChoiceKey.Of(v), ChoiceKey.Of(v), v ?? "")).Where(c => c.Key.Length > 0).DistinctBy(c => c.Key)];
    }
}
