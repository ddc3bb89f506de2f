using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>Reads one question.</summary>
internal static class FieldReader
{
    private static readonly string[] s_types = ["textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist", "filepicker"];

    public static bool Knows(string type) => s_types.Contains(type);

    /// <returns>Null for other kinds of parts, and where the question has no name that can be used.</returns>
    public static FormField? Read(string type, JsonElement json, string id, FeelExpression? hide, FormReading reading)
    {
        if (!Knows(type) || reading.Path(json.Text("key")) is not { } path)
            return null;
        var (rules, own) = (json.Inside("validate"), json.Inside("properties"));
        var basics = new FieldBasics(id, hide, path, reading.Words(json.Text("label")), reading.Words(json.Text("description")), rules.Flag("required") ?? false,
            json.Flag("readonly") == true || json.Flag("disabled") == true ? FeelExpression.Parse("true") : reading.Expression(json.Text("readonly")), Default(json, own, reading));
        if (own.Text("lms:pick") is { } pick && type is "textfield" or "select")
            return Pick(basics, pick, reading);
        return type switch
        {
            "textfield" or "textarea" => Text(basics, type == "textarea", rules, reading),
            "number" => new NumberField(basics, Bound(rules, "min", reading), Bound(rules, "max", reading), (int?)Within(json.Number("decimalDigits"), 0, 20), json.Number("increment"), reading.Words(json.Inside("appearance").Text("suffixAdorner") ?? json.Inside("appearance").Text("prefixAdorner"))),
            "datetime" => new MomentField(basics, json.Text("subtype") switch { "time" => MomentKind.Time, "datetime" => MomentKind.DateAndTime, _ => MomentKind.Date }, json.Flag("disallowPassedDates") ?? false)
                .Labelled(json, reading),
            "checkbox" => new YesField(basics),
            "filepicker" => Files(basics, json, reading),
            _ => Choices(basics, type, json, reading),
        };
    }

    private static MomentField Labelled(this MomentField field, JsonElement json, FormReading reading) =>
        field.Basics.Label.IsEmpty ? field with { Basics = field.Basics with { Label = reading.Words(json.Text(field.Kind == MomentKind.Time ? "timeLabel" : "dateLabel")) } } : field;

    private static PickField? Pick(FieldBasics basics, string kind, FormReading reading)
    {
        if (kind is "person" or "unit")
            return new(basics, kind == "person" ? PickKind.Person : PickKind.Unit);
        reading.Error(basics.Id, "{0}: the property lms:pick is “person” or “unit”, not “{1}”.", kind);
        return null;
    }

    /// <summary>The value at first: an expression of our own property, or what the form says.</summary>
    private static FeelExpression? Default(JsonElement json, JsonElement own, FormReading reading)
    {
        if (own.Text("lms:default") is { } expression)
            return reading.Expression(expression);
        return json.Inside("defaultValue") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object) } value ? FeelExpression.Parse(FeelJson.Read(value).ToString()) : null;
    }

    private static FeelExpression? Bound(JsonElement rules, string name, FormReading reading) => reading.Expression(rules.Text(name));

    private static decimal? Within(decimal? number, int least, int most) => number is { } given ? Math.Clamp(decimal.Truncate(given), least, most) : null;

    private static TextField Text(FieldBasics basics, bool isLong, JsonElement rules, FormReading reading)
    {
        Regex? pattern = null;
        if (rules.Text("pattern") is { Length: > 0 } written)
            try
            {
                // What others wrote can be looked for in linear time only; browsers match anywhere in the text, as this does.
                pattern = new Regex(written, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
            {
                reading.Error(basics.Id, "{0}: the pattern {1} can’t be carried out.", written);
            }
        var kind = rules.Text("validationType") switch { "email" => TextKind.Email, "phone" => TextKind.Phone, _ => TextKind.Any };
        return new(basics, isLong, kind, Bound(rules, "minLength", reading), Bound(rules, "maxLength", reading), pattern, rules.Text("patternErrorMessage"));
    }

    private static FileField Files(FieldBasics basics, JsonElement json, FormReading reading)
    {
        var asked = (json.Text("accept") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in asked.Where(a => FileKinds.Of(a).Count == 0))
            reading.Error(basics.Id, "{0}: files of the kind “{1}” can’t be taken. These can: {2}.", unknown, FileKinds.Words);
        return new(basics, json.Flag("multiple") ?? false, asked.Length == 0 ? FileKinds.All : [.. asked.SelectMany(FileKinds.Of).Distinct()]);
    }

    private static ChoiceField Choices(FieldBasics basics, string type, JsonElement json, FormReading reading)
    {
        var (several, open) = (type is "checklist" or "taglist", type is "checklist" or "radio");
        if (json.Text("valuesKey") is { Length: > 0 } key)
            return new(basics, [], reading.Expression(key), several, open);
        if (json.Text("valuesExpression") is { Length: > 0 } expression)
            return new(basics, [], reading.Expression(expression), several, open);
        var choices = new List<Choice>();
        if (json.Inside("values") is { ValueKind: JsonValueKind.Array } values)
            foreach (var value in values.EnumerateArray().Take(ChoiceField.MostChoices))
                if (value.Text("value") is { } text && choices.TrueForAll(c => c.Key != text))
                    choices.Add(new(text, value.Text("label") ?? text, JsonValue.Create(text)));
        if (choices.Count == 0)
            reading.Error(basics.Id, "{0}: there is nothing to choose from.");
        return new(basics, choices, null, several, open);
    }
}
