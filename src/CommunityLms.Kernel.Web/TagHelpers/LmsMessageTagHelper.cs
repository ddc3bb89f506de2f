using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>A message of the page, what happened and what to do next: <c>&lt;lms-message kind="Done"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/lms-message&gt;</c>.</summary>
[HtmlTargetElement("lms-message")]
public sealed class LmsMessageTagHelper : LmsTagHelper
{
    public StateKind Kind { get; set; } = StateKind.News;

    /// <summary>Said at once by screen readers: for what just happened, not for what always stands there.</summary>
    public bool Announce { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "div", "lms-message");
        output.Attributes.SetAttribute("data-state", Kind.Name() ?? "news");
        if (Announce)
        {
            output.Attributes.SetAttribute("role", "status");
        }

        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Draw(Kind.Icon()));
        output.Content.AppendHtml(Markup.Tag("div", null, content));
    }
}
