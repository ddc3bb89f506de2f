using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>An answer that needs a change.</summary>
/// <param name="Name">Of the field on the page.</param>
internal sealed record AnswerError(string Name, Rule Rule, params object?[] Arguments);

/// <summary>Holds the answers against what their questions ask for. What is hidden or can't be changed isn't looked at.</summary>
internal sealed class AnswerChecks(IPeople people, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyList<AnswerError>> Check(FormMoment moment, CancellationToken cancel)
    {
        var fields = moment.Fields.Where(f => !f.ReadOnly).ToList();
        var picked = await Picked(fields, cancel);
        return [.. fields.Select(f => Of(f, picked)).OfType<AnswerError>()];
    }

    /// <summary>Those of the people and units that were chosen which may be: of this institute, and still in it.</summary>
    private async Task<HashSet<Guid>> Picked(List<PlacedField> fields, CancellationToken cancel)
    {
        var asked = fields.Where(f => f.Field is PickField { Kind: PickKind.Person } && Guid.TryParse(f.Text, out _)).Select(f => Guid.Parse(f.Text!)).Distinct().ToList();
        var found = asked.Count == 0 ? [] : (await people.Find(asked, cancel)).Values.Where(p => !p.HasLeft).Select(p => p.Id);
        var units = fields.Exists(f => f.Field is PickField { Kind: PickKind.Unit }) ? (await organisation.Tree(cancel)).All.Where(u => !u.IsArchived).Select(u => u.Id) : [];
        return [.. found, .. units];
    }

    private AnswerError? Of(PlacedField field, HashSet<Guid> picked)
    {
        var label = field.Label;
        if (IsEmpty(field))
            return !field.Field.Basics.Required ? null : new(field.Name, field.Field is YesField ? AnswerRules.NotAgreed : AnswerRules.Missing, label);
        return field.Field switch
        {
            TextField text => Of(field, text),
            NumberField number => Of(field, number),
            MomentField moment => Of(field, moment),
            ChoiceField when field.Chosen.Any(key => field.Choices.All(c => c.Key != key)) => new(field.Name, AnswerRules.NoChoice, label),
            PickField pick when !Guid.TryParse(field.Text, out var id) || !picked.Contains(id) => new(field.Name, pick.Kind == PickKind.Person ? AnswerRules.NoPerson : AnswerRules.NoUnit, label),
            FileField when field.Files.Count > FileField.MostFiles => new(field.Name, AnswerRules.TooManyFiles, label, FileField.MostFiles),
            _ => null,
        };
    }

    private static bool IsEmpty(PlacedField field) => field.Field switch
    {
        YesField => !field.IsYes,
        ChoiceField { Several: true } or FileField => field.Value is not JsonArray { Count: > 0 } and not JsonObject,
        _ => string.IsNullOrWhiteSpace(field.Text),
    };

    private static AnswerError? Of(PlacedField field, TextField text)
    {
        var (written, label) = (field.Text!, field.Label);
        var letters = new StringInfo(written).LengthInTextElements;
        var most = Math.Min(field.Scope.Number(text.Longest) ?? TextField.MostLetters, TextField.MostLetters);
        if (letters > most || written.Length > TextField.MostLetters)
            return new(field.Name, AnswerRules.TooLong, label, most);
        if (field.Scope.Number(text.Shortest) is { } least && letters < least)
            return new(field.Name, AnswerRules.TooShort, label, least);
        if (text.Pattern is { } pattern && !pattern.IsMatch(written))
            return text.PatternMessage is { Length: > 0 } said ? new(field.Name, new Rule(said.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))) : new(field.Name, AnswerRules.NotAsWanted, label);
        return text.Kind switch
        {
            TextKind.Email when !MailAddress.TryCreate(written, out var mail) || mail.Address != written => new(field.Name, AnswerRules.NoMail, label),
            TextKind.Phone when !written.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+' or '(' or ')') || written.Count(char.IsAsciiDigit) < 3 => new(field.Name, AnswerRules.NoPhone, label),
            _ => null,
        };
    }

    private static AnswerError? Of(PlacedField field, NumberField number)
    {
        if (field.Value is not JsonValue json || json.GetValueKind() != JsonValueKind.Number || !decimal.TryParse(json.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return new(field.Name, AnswerRules.NoNumber, field.Label);
        if (number.Digits is { } digits && decimal.Round(value, digits) != value)
            return new(field.Name, AnswerRules.TooManyDigits, field.Label, digits);
        if (field.Scope.Number(number.Least) is { } least && value < least)
            return new(field.Name, AnswerRules.TooLittle, field.Label, least);
        return field.Scope.Number(number.Most) is { } most && value > most ? new(field.Name, AnswerRules.TooMuch, field.Label, most) : null;
    }

    private AnswerError? Of(PlacedField field, MomentField moment)
    {
        var now = clock.GetLocalNow().DateTime;
        var (invariant, text) = (CultureInfo.InvariantCulture, field.Text);
        if (moment.Kind == MomentKind.Time)
            return TimeOnly.TryParseExact(text, "HH:mm:ss", invariant, DateTimeStyles.None, out _) ? null : new(field.Name, AnswerRules.NoTime, field.Label);
        if (!DateTime.TryParseExact(text, moment.Kind == MomentKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", invariant, DateTimeStyles.None, out var at))
            return new(field.Name, AnswerRules.NoDate, field.Label, now);
        return moment.NotPast && at < (moment.Kind == MomentKind.Date ? now.Date : now) ? new(field.Name, AnswerRules.Past, field.Label) : null;
    }
}
