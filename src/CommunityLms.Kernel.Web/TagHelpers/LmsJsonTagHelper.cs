using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>What a page hands to its scripts: <c>&lt;lms-json id="designer-data" value="Model.Data" /&gt;</c>. It is data, so the content security policy lets it stand.</summary>
[HtmlTargetElement("lms-json", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LmsJsonTagHelper : TagHelper
{
    public required object Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/json");
        output.Content.SetHtmlContent(Markup.Json(Value));
    }
}
