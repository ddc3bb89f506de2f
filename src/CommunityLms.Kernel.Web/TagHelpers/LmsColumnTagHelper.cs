using System.Net;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Declares a column of an lms-table, before its rows: <c>&lt;lms-column name="hours" sort figure said&gt;Hours&lt;/lms-column&gt;</c>.</summary>
[HtmlTargetElement("lms-column", ParentTag = "lms-table")]
public sealed class LmsColumnTagHelper : TagHelper
{
    /// <summary>Its name in addresses and in the cells.</summary>
    public required string Name { get; set; }

    /// <summary>The list can be sorted by it.</summary>
    public bool Sort { get; set; }

    /// <summary>It can't be left out: for the name of the row.</summary>
    public bool Fixed { get; set; }

    /// <summary>It is shown only when chosen.</summary>
    public bool Off { get; set; }

    /// <summary>Numbers, which stand at the right.</summary>
    public bool Figure { get; set; }

    /// <summary>On a phone its title is said before the value: "Hours 36".</summary>
    public bool Said { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = await output.GetChildContentAsync();
        var text = WebUtility.HtmlDecode(title.GetContent()).Trim();
        ((TableState)context.Items[typeof(TableState)]).Columns.Add(new TableColumn(Name, title, text, Sort, Fixed, Off, Figure, Said));
        output.SuppressOutput();
    }
}
