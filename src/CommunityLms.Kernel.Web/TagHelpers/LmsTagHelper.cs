using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>A tag helper that knows the view it stands in.</summary>
/// <remarks>An attribute that holds a text takes "" for null: Razor writes an expression that gives null as an empty text.</remarks>
public abstract class LmsTagHelper : TagHelper
{
    /// <summary>Set by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    internal TagBuilder Draw(string name) => Markup.Icon(ViewContext, name);

    /// <summary>Makes the output an element of that name and class, keeping what else the author wrote on it.</summary>
    internal static void Become(TagHelperOutput output, string tag, string css)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var written) ? $"{css} {written.Value}" : css;
        output.Attributes.SetAttribute("class", own);
    }
}
