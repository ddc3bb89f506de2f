using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>A state as icon, word and colour: <c>&lt;lms-state kind="Waiting"&gt;To be confirmed&lt;/lms-state&gt;</c>.</summary>
[HtmlTargetElement("lms-state")]
public sealed class LmsStateTagHelper : LmsTagHelper
{
    public StateKind Kind { get; set; }

    /// <summary>Another icon than the kind's own.</summary>
    public string? Icon { get; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "lms-state");
        if (Kind.Name() is { } state)
        {
            output.Attributes.SetAttribute("data-state", state);
        }

        output.PreContent.SetHtmlContent(Draw(Icon ?? Kind.Icon()));
    }
}
