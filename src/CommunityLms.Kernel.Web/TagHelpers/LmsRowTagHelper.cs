using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// A row of an lms-table: <c>&lt;tr key="@person.Id" called="@person.Name"&gt;</c>. A click anywhere follows its
/// <c>a.lms-row-link</c>; where rows can be chosen it begins with a checkbox.
/// </summary>
[HtmlTargetElement("tr", Attributes = "key")]
public sealed class LmsRowTagHelper(IStringLocalizer<ShellTexts> texts) : TagHelper
{
    /// <summary>What is posted when the row is chosen.</summary>
    public required object Key { get; set; }

    /// <summary>What the row is called, for the checkbox's label.</summary>
    public string? Called { get; set => field = value is "" ? null : value; }

    /// <summary>False for a row that can't be chosen where others can.</summary>
    public bool Choosable { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = (TableState)context.Items[typeof(TableState)];
        state.Rows++;
        output.Attributes.SetAttribute("data-row-link", "");
        if (state.Choose is null)
        {
            return;
        }

        if (!Choosable)
        {
            output.PreContent.SetHtmlContent(Markup.Tag("td", "lms-check"));
            return;
        }

        var box = Markup.Tag("input", "form-check-input")
            .With("type", "checkbox").With("name", state.Choose).With("value", Key.ToString()).With("aria-label", texts["Choose {0}", Called ?? Key].Value);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        output.PreContent.SetHtmlContent(Markup.Tag("td", "lms-check", box));
    }
}
