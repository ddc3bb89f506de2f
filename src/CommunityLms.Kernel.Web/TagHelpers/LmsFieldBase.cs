using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>One question of a form: label, help, error and what is answered with, in that order.</summary>
public abstract class LmsFieldBase(IHtmlGenerator generator, IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>The property asked for.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The question; otherwise the display name of the property.</summary>
    public string? Label { get; set => field = value is "" ? null : value; }

    /// <summary>One line of help in plain words.</summary>
    public string? Help { get; set => field = value is "" ? null : value; }

    /// <summary>Whether it may be left out, where the type of the property doesn't tell.</summary>
    public bool? Optional { get; set; }

    internal IHtmlGenerator Generator => generator;

    internal IStringLocalizer<ShellTexts> Texts => texts;

    internal string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    internal string Id => TagBuilder.CreateSanitizedId(FullName, generator.IdAttributeDotReplacement);

    /// <summary>True when the answer is given with several controls, which then stand in a fieldset.</summary>
    private protected virtual bool IsGroup => false;

    /// <summary>False when the control brings its own label, as a single checkbox does.</summary>
    private protected virtual bool HasLabel => true;

    /// <summary>The control itself; <paramref name="attributes"/> tie it to help and error and carry what the author wrote.</summary>
    private protected abstract IHtmlContent Control(IDictionary<string, object?> attributes);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var attributes = output.Attributes.ToDictionary(attribute => attribute.Name, attribute => (object?)attribute.Value, StringComparer.OrdinalIgnoreCase);
        output.Attributes.Clear();
        Become(output, IsGroup ? "fieldset" : "div", "lms-field");
        var error = Error();
        if (error is not null)
        {
            output.Attributes.SetAttribute("data-error", "");
            attributes["aria-invalid"] = "true";
        }

        string[] described = [.. Help is null ? [] : new[] { $"{Id}-help" }, .. error is null ? [] : new[] { $"{Id}-error" }];
        if (described.Length > 0)
        {
            attributes["aria-describedby"] = string.Join(' ', described);
        }

        if (HasLabel)
        {
            output.Content.AppendHtml(Question());
        }

        if (Help is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "lms-help", Help).With("id", $"{Id}-help"));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "lms-error", Draw("alert-circle"), Markup.Tag("span", null, error)).With("id", $"{Id}-error"));
        }

        output.Content.AppendHtml(Control(attributes));
    }

    internal string QuestionText => Label ?? For.Metadata.GetDisplayName();

    private TagBuilder Question()
    {
        var question = IsGroup ? Markup.Tag("legend", null, QuestionText).With("id", Id).With("tabindex", "-1") : Markup.Tag("label", null, QuestionText).With("for", Id);
        if (Optional ?? !For.Metadata.IsRequired)
        {
            question.InnerHtml.Append(" ");
            question.InnerHtml.AppendHtml(Markup.Tag("span", "lms-optional", texts["(optional)"].Value));
        }

        return question;
    }

    private string? Error() =>
        ViewContext.ModelState.TryGetValue(FullName, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? string.Join(' ', entry.Errors.Select(error => error.ErrorMessage))
            : null;
}
