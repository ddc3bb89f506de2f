using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// A question answered with text, a number, a date, a yes or a choice, as the property's type asks:
/// <c>&lt;lms-field for="Input.Theme" help="…" /&gt;</c>. What else is written on the tag goes to the control.
/// </summary>
[HtmlTargetElement("lms-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsFieldTagHelper(IHtmlGenerator generator, IHtmlHelper html, IStringLocalizer<ShellTexts> texts) : LmsFieldBase(generator, texts)
{
    /// <summary>What can be chosen; an enum brings its own.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>All choices are seen at once, as radio buttons or (for several) checkboxes, instead of in a list that opens.</summary>
    public bool Choices { get; set; }

    /// <summary>Lines to begin with; more than one makes it a text area.</summary>
    public int Rows { get; set; }

    private Type Type => For.Metadata.UnderlyingOrModelType;

    private bool Several => For.Metadata.IsEnumerableType;

    private protected override bool IsGroup => Choices;

    private protected override bool HasLabel => Type != typeof(bool) || Choices;

    private protected override IHtmlContent Control(IDictionary<string, object?> attributes)
    {
        var options = Options ?? (Type.IsEnum ? EnumOptions() : null);
        if (options is not null)
        {
            return Choices ? ChoiceList(options, attributes) : Select(options, attributes);
        }

        return Type == typeof(bool) ? Check(attributes) : Text(attributes);
    }

    private TagBuilder Text(IDictionary<string, object?> attributes)
    {
        attributes["class"] = "form-control";
        var kind = For.Metadata.DataTypeName ?? For.Metadata.TemplateHint;
        if (Rows > 1 || kind == nameof(DataType.MultilineText))
        {
            return Generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Math.Max(Rows, 4), 0, attributes);
        }

        var (type, format) = Input(kind);
        attributes["type"] = attributes.TryGetValue("type", out var written) ? written : type;
        if (type == "number")
        {
            attributes.TryAdd("step", Type == typeof(decimal) || Type == typeof(double) || Type == typeof(float) ? "any" : "1");
        }

        return type == "password"
            ? Generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)
            : Generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);
    }

    /// <summary>The type of the input and the form in which browsers want its value.</summary>
    private (string Type, string? Format) Input(string? kind) => Type switch
    {
        _ when Type == typeof(DateOnly) || kind == nameof(DataType.Date) => ("date", "{0:yyyy-MM-dd}"),
        _ when Type == typeof(TimeOnly) || kind == nameof(DataType.Time) => ("time", "{0:HH:mm}"),
        _ when Type == typeof(DateTime) || Type == typeof(DateTimeOffset) => ("datetime-local", "{0:yyyy-MM-ddTHH:mm}"),
        _ when Type.IsPrimitive || Type == typeof(decimal) => ("number", null),
        _ => kind switch
        {
            nameof(DataType.Password) => ("password", null),
            nameof(DataType.EmailAddress) => ("email", null),
            nameof(DataType.PhoneNumber) => ("tel", null),
            nameof(DataType.Url) => ("url", null),
            _ => ("text", null),
        },
    };

    private TagBuilder Check(IDictionary<string, object?> attributes)
    {
        attributes["class"] = "form-check-input";
        var box = Generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, attributes);
        var unchecked_ = Markup.Tag("input", null).With("type", "hidden").With("name", FullName).With("value", "false");
        unchecked_.TagRenderMode = TagRenderMode.SelfClosing;
        return Markup.Tag("div", "form-check", box, Markup.Tag("label", "form-check-label", QuestionText).With("for", Id), unchecked_);
    }

    private TagBuilder Select(IEnumerable<SelectListItem> options, IDictionary<string, object?> attributes)
    {
        attributes["class"] = "form-select";
        var empty = Several || (For.Metadata.IsRequired && For.Model is not null) ? null : "";
        return Generator.GenerateSelect(ViewContext, For.ModelExplorer, empty, For.Name, options, Several, attributes);
    }

    private TagBuilder ChoiceList(IEnumerable<SelectListItem> options, IDictionary<string, object?> attributes)
    {
        var chosen = Generator.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, Several) ?? [];
        var list = Markup.Tag("div", "lms-choices");
        var number = 0;
        foreach (var option in options)
        {
            var id = $"{Id}-{++number}";
            var input = Markup.Tag("input", "form-check-input").With("type", Several ? "checkbox" : "radio").With("id", id).With("name", FullName).With("value", option.Value);
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.With("checked", chosen.Contains(option.Value) || option.Selected ? "checked" : null).With("disabled", option.Disabled ? "disabled" : null);
            foreach (var (name, value) in attributes)
            {
                input.With(name, value?.ToString());
            }

            list.InnerHtml.AppendHtml(Markup.Tag("div", "form-check", input, Markup.Tag("label", "form-check-label", option.Text).With("for", id)));
        }

        return list;
    }

    /// <summary>The names of an enum; the value posted is the name, which is also what the model state holds after an error.</summary>
    private List<SelectListItem> EnumOptions() =>
        [.. html.GetEnumSelectList(Type).Select(item => new SelectListItem(item.Text, Enum.Parse(Type, item.Value).ToString()))];
}
