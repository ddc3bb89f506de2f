using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>An icon of the sprite: <c>&lt;lms-icon name="bell" /&gt;</c>, with <c>label</c> where no words stand beside it.</summary>
[HtmlTargetElement("lms-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsIconTagHelper : LmsTagHelper
{
    /// <summary>A name in ClientApp/icons.json.</summary>
    public required string Name { get; set; }

    /// <summary>What it means, for who can't see it; null when words beside it say so.</summary>
    public string? Label { get; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, Name, Label));
    }
}
