using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// A form that posts: antiforgery token, a summary of errors that leads to the fields, a draft kept while typing.
/// It ends with <c>lms-submit</c>.
/// </summary>
[HtmlTargetElement("lms-form")]
public sealed class LmsFormTagHelper(IHtmlGenerator generator, IUrlHelperFactory urls, IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>The page it posts to; null is the one it stands on.</summary>
    [HtmlAttributeName("asp-page")]
    public string? Page { get; set => field = value is "" ? null : value; }

    [HtmlAttributeName("asp-page-handler")]
    public string? Handler { get; set => field = value is "" ? null : value; }

    [HtmlAttributeName("asp-all-route-data", DictionaryAttributePrefix = "asp-route-")]
    public IDictionary<string, string?> Route { get; set; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names the draft kept on the device; the same form of the same thing has the same key. Null keeps none.</summary>
    public string? DraftKey { get; set => field = value is "" ? null : value; }

    /// <summary>Asks before leaving when something was changed; not needed where a draft is kept.</summary>
    public bool Guard { get; set; }

    /// <summary>Files travel with it.</summary>
    public bool Files { get; set; }

    /// <summary>Takes the whole width instead of the measure of a line.</summary>
    public bool Wide { get; set; }

    /// <summary>False on a page with several forms, for those whose fields the page's errors don't concern.</summary>
    public bool Summary { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(LmsFormTagHelper)] = this;
        var content = await output.GetChildContentAsync();
        Become(output, "form", "lms-form");
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("novalidate", "");
        Set(output, "action", Address());
        Set(output, "data-draft-key", DraftKey);
        Set(output, "data-guard", Guard ? "" : null);
        Set(output, "data-width", Wide ? "wide" : null);
        Set(output, "enctype", Files ? "multipart/form-data" : null);
        if (Summary && ErrorSummary(content) is { } summary)
        {
            output.Content.AppendHtml(summary);
        }

        // The return key presses the first button there is, which mustn't be one that asks for another line.
        if (ViewContext.HttpContext.Items.Remove(LmsMoreTagHelper.Button))
        {
            output.Content.AppendHtml(Markup.Tag("button", "visually-hidden").With("tabindex", "-1").With("aria-hidden", "true"));
        }

        output.Content.AppendHtml(content);
        output.Content.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }

    private string? Address() =>
        Page is null && Handler is null && Route.Count == 0 ? null : urls.GetUrlHelper(ViewContext).Page(Page, Handler, Route);

    /// <summary>In the order in which the fields stand in the form; what concerns the whole comes first.</summary>
    private TagBuilder? ErrorSummary(TagHelperContent content)
    {
        var errors = ViewContext.ModelState
            .Where(entry => entry.Value is { ValidationState: ModelValidationState.Invalid })
            .SelectMany(entry => entry.Value!.Errors, (entry, error) => (Id: TagBuilder.CreateSanitizedId(entry.Key, generator.IdAttributeDotReplacement), error.ErrorMessage))
            .ToList();
        if (errors.Count == 0)
        {
            return null;
        }

        var html = content.GetContent();
        var list = Markup.Tag("ul", null);
        foreach (var (id, message) in errors.OrderBy(e => e.Id.Length == 0 ? -1 : Place(html, e.Id)))
        {
            object said = id.Length == 0 ? message : Markup.Tag("a", null, message).With("href", "#" + id);
            list.InnerHtml.AppendHtml(Markup.Tag("li", null, said));
        }

        var title = errors.Count == 1 ? texts["One answer needs a change"].Value : texts["{0} answers need a change", errors.Count].Value;
        return Markup.Tag("div", "lms-error-summary", Markup.Tag("h2", null, title).With("id", "lms-errors"), list)
            .With("role", "alert").With("tabindex", "-1").With("aria-labelledby", "lms-errors").With("data-error", "");
    }

    private static int Place(string html, string id) => html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal) is var at and >= 0 ? at : int.MaxValue;

    private static void Set(TagHelperOutput output, string name, string? value)
    {
        if (value is not null)
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
