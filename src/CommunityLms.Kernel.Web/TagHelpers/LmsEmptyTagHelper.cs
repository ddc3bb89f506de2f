using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Where nothing is yet: what belongs here, and in the tag what to do about it (a link or button).</summary>
[HtmlTargetElement("lms-empty")]
public sealed class LmsEmptyTagHelper : LmsTagHelper
{
    public string Icon { get; set; } = "circle-dashed";

    public required string Title { get; set; }

    public string? Text { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "div", "lms-empty");
        var actions = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Draw(Icon));
        output.Content.AppendHtml(Markup.Tag("h2", null, Title));
        if (Text is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", null, Text));
        }

        output.Content.AppendHtml(actions);
    }
}
