using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>A cell of a declared column; it isn't written when the column isn't shown. The <c>th</c> of a row is its name.</summary>
[HtmlTargetElement("td", Attributes = "column")]
[HtmlTargetElement("th", Attributes = "column")]
public sealed class LmsCellTagHelper : TagHelper
{
    public required string Column { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = (TableState)context.Items[typeof(TableState)];
        var column = state.Find(Column) ?? throw new InvalidOperationException($"The table declares no column “{Column}”: add an lms-column before the rows.");
        if (!state.Shows(column))
        {
            output.SuppressOutput();
            return;
        }

        if (output.TagName == "th")
        {
            output.Attributes.SetAttribute("scope", "row");
        }

        if (column.Figure)
        {
            LmsTagHelper.Become(output, output.TagName, "lms-figure");
        }

        if (column.Said && output.TagName == "td")
        {
            output.Attributes.SetAttribute("data-label", column.TitleText);
        }
    }
}
