using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>The filters of a list, at most four: <c>div.lms-filter</c> with a label and a select each. They stand in its GET form.</summary>
[HtmlTargetElement("lms-table-filters", ParentTag = "lms-table")]
public sealed class LmsTableFiltersTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((TableState)context.Items[typeof(TableState)]).Filters = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>What can be done with chosen rows: buttons, each with <c>asp-page-handler</c>.</summary>
[HtmlTargetElement("lms-table-bulk", ParentTag = "lms-table")]
public sealed class LmsTableBulkTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((TableState)context.Items[typeof(TableState)]).Bulk = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>What stands there when there is nothing at all, usually an <c>lms-empty</c> with the first step to take.</summary>
[HtmlTargetElement("lms-table-empty", ParentTag = "lms-table")]
public sealed class LmsTableEmptyTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((TableState)context.Items[typeof(TableState)]).Empty = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
