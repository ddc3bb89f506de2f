using System.Globalization;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>A form as the partial <c>_Form</c> shows it.</summary>
/// <param name="Pickers">For each question for a person or unit what can be chosen without a script.</param>
/// <param name="Kept">For each question for files those that are there already.</param>
internal sealed record FormView(Form Form, IReadOnlyList<PlacedElement> Parts, IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>> Pickers, IReadOnlyDictionary<string, IReadOnlyList<FileTicket>> Kept)
{
    /// <summary>The form on the page needs <c>files="true"</c>.</summary>
    public bool TakesFiles => Form.TakesFiles;

    /// <summary>The answers brought further questions.</summary>
    public bool AsksMore { get; init; }

    /// <summary>Where answers go to while somebody types, if not to the page itself: the address of its handler.</summary>
    public string? Address { get; init; }

    /// <summary>With a script, the questions follow each answer at once. What is sent for that isn't multipart, so that chosen files stay in the browser.</summary>
    public bool Follows => Form.Depends;

    /// <summary>The questions that can be answered, for the field <see cref="PostedForm.Shown"/>.</summary>
    public string Shown => string.Join(' ', FormMoment.Inside(Parts).OfType<PlacedField>().Where(f => !f.ReadOnly).Select(f => f.Name));

    /// <summary>What the partial of one question needs: its own name as prefix, and the question.</summary>
    public static ViewDataDictionary Of<T>(ViewDataDictionary parent, PlacedField field, T value) =>
        new ViewDataDictionary<T>(parent, value) { TemplateInfo = { HtmlFieldPrefix = field.Name }, ["Field"] = field };

    /// <summary>An answer in words.</summary>
    public string Say(PlacedField field, IStringLocalizer texts) => field.Field switch
    {
        YesField => field.IsYes ? texts["Yes"] : texts["No"],
        ChoiceField => string.Join(", ", field.Chosen.Select(key => field.Choices.FirstOrDefault(c => c.Key == key)?.Label ?? key)),
        PickField => Pickers[field.Name].FirstOrDefault(p => p.Value == field.Text)?.Text ?? "",
        FileField => string.Join(", ", field.Files.Select(f => f.Name)),
        MomentField { Kind: MomentKind.Date } when DateOnly.TryParseExact(field.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("D", CultureInfo.CurrentCulture),
        MomentField { Kind: MomentKind.DateAndTime } when DateTime.TryParse(field.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) => at.ToString("f", CultureInfo.CurrentCulture),
        MomentField { Kind: MomentKind.Time } when TimeOnly.TryParse(field.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time.ToString("t", CultureInfo.CurrentCulture),
        _ => field.Text ?? "",
    };

    public static IHtmlContent Words(string markdown) => FormMarkdown.ToHtml(markdown);
}

/// <param name="Ticket">By which the page names it.</param>
internal sealed record FileTicket(string Name, string Ticket);
