using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// Asks for another line of those a form repeats: <c>&lt;lms-more for="Input.Stages"&gt;Another stage&lt;/lms-more&gt;</c>. The form is sent as it is
/// and comes back with one more, without a script; the page adds it by <see cref="LmsPageModel.KeepALineFree"/>.
/// </summary>
[HtmlTargetElement("lms-more")]
public sealed class LmsMoreTagHelper : LmsTagHelper
{
    /// <summary>The field posted by the button; its value is the name of the lines' property.</summary>
    public const string Button = "lms-more";

    public required ModelExpression For { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // Not by the tag helpers' own context: lines often stand in a partial view, which has one of its own.
        ViewContext.HttpContext.Items[Button] = true;
        var words = await output.GetChildContentAsync();
        var id = TagBuilder.CreateSanitizedId(For.Name, "_") + "_more";
        Become(output, "button", "btn");
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("name", Button);
        output.Attributes.SetAttribute("value", For.Name);
        output.Attributes.SetAttribute("formnovalidate", "");
        // The reader stays where they were.
        output.Attributes.SetAttribute("formaction", "#" + id);
        output.Content.AppendHtml(Draw("plus"));
        output.Content.AppendHtml(words);
    }
}
