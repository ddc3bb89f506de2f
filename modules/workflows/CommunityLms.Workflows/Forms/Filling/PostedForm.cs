using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>
/// What a page sent, as JSON in the shape of the form: only what the form asks for is looked at. An answer that can't be read stays the text it
/// was, so that it is shown again as it was typed. Files come separately.
/// </summary>
internal sealed class PostedForm(IFormCollection posted, Func<FileField, string, JsonArray> files)
{
    /// <summary>Before the name of every question, on pages and in refusals, as the API calls the answers too.</summary>
    public const string Root = "answers";

    /// <summary>The field of the buttons that change a list: <c>add answers.guests</c>, <c>remove answers.guests[0]</c>.</summary>
    public const string Action = "form.do";

    /// <summary>What the page sends as <see cref="Action"/> while somebody answers, to be shown what follows from it.</summary>
    public const string Follow = "follow";

    /// <summary>The names of the questions the page showed.</summary>
    public const string Shown = "form.shown";

    /// <summary>Added to a list's name for the number of its rows.</summary>
    public const string Rows = ".rows";

    private readonly string _action = posted[Action].ToString();

    /// <summary>The page was sent to be shown again with another row, not to be done with.</summary>
    public bool ChangesRows => _action.Length > 0;

    public HashSet<string> Seen { get; } = [.. posted[Shown].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    public JsonObject Read(Form form)
    {
        var read = new JsonObject();
        Read(form.Elements, read, Root);
        return read;
    }

    private void Read(IReadOnlyList<FormElement> elements, JsonObject into, string prefix)
    {
        foreach (var element in elements)
            switch (element)
            {
                case FormGroup group:
                    Read(group.Elements, group.Path.IsEmpty ? into : group.Path.Within(into), group.Path.IsEmpty ? prefix : $"{prefix}.{group.Path.Text}");
                    break;
                case FormList list:
                    list.Path.Set(into, ReadRows(list, $"{prefix}.{list.Path.Text}"));
                    break;
                case FormField field when Value(field, $"{prefix}.{field.Path.Text}") is { } value:
                    field.Path.Set(into, value);
                    break;
            }
    }

    private JsonArray ReadRows(FormList list, string name)
    {
        var count = int.TryParse(posted[name + Rows], NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? Math.Min(sent, FormList.MostRows) : 0;
        var rows = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var row = new JsonObject();
            Read(list.Elements, row, $"{name}[{i}]");
            if (!list.Grows || _action != $"remove {name}[{i}]")
                rows.Add(row);
        }
        if (list.Grows && _action == $"add {name}" && rows.Count < FormList.MostRows)
            rows.Add(new JsonObject());
        return rows;
    }

    private JsonNode? Value(FormField field, string name) => field switch
    {
        FileField file => files(file, name),
        YesField => posted[name].Contains("true"),
        ChoiceField { Several: true } => new JsonArray([.. posted[name].Where(v => !string.IsNullOrEmpty(v)).Take(ChoiceField.MostChoices).Select(v => (JsonNode)JsonValue.Create(v!))]),
        _ => Written(name) is not { Length: > 0 } text ? null : field switch
        {
            NumberField when Number(text) is { } number => JsonValue.Create(number),
            MomentField moment when Moment(moment.Kind, text) is { } iso => JsonValue.Create(iso),
            _ => JsonValue.Create(text),
        },
    };

    /// <summary>Lines end in one way; a longer text than any answer may be is cut one letter beyond, which the check refuses.</summary>
    private string Written(string name)
    {
        var text = posted[name].ToString().ReplaceLineEndings("\n").Trim();
        return text.Length <= TextField.MostLetters ? text : text[..(TextField.MostLetters + 1)];
    }

    /// <summary>As browsers send it, or as the reader's language writes it; digits may be full-width.</summary>
    private static decimal? Number(string text)
    {
        var plain = text.Length > 40 ? "" : text.Normalize(NormalizationForm.FormKC);
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var number) || decimal.TryParse(plain, Plain | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out number) ? number : null;
    }

    private static string? Moment(MomentKind kind, string text)
    {
        var (invariant, own) = (CultureInfo.InvariantCulture, CultureInfo.CurrentCulture);
        return kind switch
        {
            MomentKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) || DateOnly.TryParse(text, own, DateTimeStyles.AllowWhiteSpaces, out day) ? day.ToString("yyyy-MM-dd", invariant) : null,
            MomentKind.Time => TimeOnly.TryParseExact(text, "HH:mm", invariant, DateTimeStyles.None, out var time) || TimeOnly.TryParse(text, own, DateTimeStyles.AllowWhiteSpaces, out time) ? time.ToString("HH:mm:ss", invariant) : null,
            _ => DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], invariant, DateTimeStyles.None, out var both) || (DateTime.TryParse(text, own, DateTimeStyles.NoCurrentDateDefault, out both) && both.Year > 1)
                ? both.ToString("yyyy-MM-ddTHH:mm:ss", invariant) : null,
        };
    }
}
