using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// A button that asks once, with the consequence, and then posts:
/// <c>&lt;lms-confirm verb="End this contract" asp-page-handler="End"&gt;What follows from it.&lt;/lms-confirm&gt;</c>.
/// It unfolds in place; with a script it is a dialog.
/// </summary>
[HtmlTargetElement("lms-confirm")]
public sealed class LmsConfirmTagHelper(IHtmlGenerator generator, IUrlHelperFactory urls) : LmsTagHelper
{
    /// <summary>What happens, as the button says it.</summary>
    public required string Verb { get; set; }

    /// <summary>The question above the consequence; otherwise the verb.</summary>
    public string? Title { get; set => field = value is "" ? null : value; }

    public string? Icon { get; set => field = value is "" ? null : value; }

    /// <summary>It takes something away.</summary>
    public bool Danger { get; set; }

    [HtmlAttributeName("asp-page")]
    public string? Page { get; set => field = value is "" ? null : value; }

    [HtmlAttributeName("asp-page-handler")]
    public string? Handler { get; set => field = value is "" ? null : value; }

    [HtmlAttributeName("asp-all-route-data", DictionaryAttributePrefix = "asp-route-")]
    public IDictionary<string, string?> Route { get; set; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var consequence = await output.GetChildContentAsync();
        Become(output, "details", "lms-confirm");
        output.Attributes.SetAttribute("data-title", Title ?? Verb);
        var icon = Icon is null ? null : Draw(Icon);
        var button = Markup.Tag("button", Danger ? "btn btn-danger" : "btn btn-primary", icon, Verb);
        var form = Markup.Tag("form", null, Markup.Tag("div", "lms-buttons", button), generator.GenerateAntiforgery(ViewContext))
            .With("method", "post").With("action", urls.GetUrlHelper(ViewContext).Page(Page, Handler, Route));
        output.Content.SetHtmlContent(Markup.Tag("summary", "btn", icon, Verb));
        output.Content.AppendHtml(Markup.Tag("div", "lms-confirm-body", Markup.Tag("div", null, consequence), form));
    }
}
