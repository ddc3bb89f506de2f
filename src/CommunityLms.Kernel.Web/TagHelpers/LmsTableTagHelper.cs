using CommunityLms.Kernel.Web.Lists;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// A list: search, filters, choice of columns, CSV, sorting, what can be done with chosen rows, keyset paging, and what
/// stands there when nothing is found. Columns are declared by <c>lms-column</c>; rows are ordinary <c>tr key</c> with
/// <c>th column</c> and <c>td column</c>. See docs/interface.md.
/// </summary>
[HtmlTargetElement("lms-table")]
public sealed class LmsTableTagHelper(IHtmlGenerator generator, ListColumns lists, IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>The id of the list, when a page has several.</summary>
    public string Id { get; set; } = "list";

    public required TableView View { get; set; }

    /// <summary>What the rows are, in the plural: "People".</summary>
    public required string Caption { get; set; }

    /// <summary>What can be searched for: "Name, school or number". Null shows no search.</summary>
    public string? SearchHint { get; set => field = value is "" ? null : value; }

    /// <summary>What stands there when there is nothing at all; the slot lms-table-empty can say more.</summary>
    public string? Empty { get; set => field = value is "" ? null : value; }

    /// <summary>The page handler that answers with CSV, reached by GET with the same address; null offers none.</summary>
    public string? CsvHandler { get; set => field = value is "" ? null : value; }

    /// <summary>The field in which chosen rows are posted; null lets no rows be chosen.</summary>
    public string? Choose { get; set => field = value is "" ? null : value; }

    /// <summary>On a phone the table is scrolled instead of read as sentences: for figures.</summary>
    public bool Scroll { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (View.Columns.Count == 0)
        {
            View = View with { Columns = await lists.Of(Name, ViewContext.HttpContext.RequestAborted) };
        }

        var state = new TableState(View, Choose);
        context.Items[typeof(TableState)] = state;
        var rows = await output.GetChildContentAsync();
        var (parts, tools) = (new TableParts(this, state, texts), new TableTools(this, state, texts));

        Become(output, "section", "lms-list");
        output.Attributes.SetAttribute("id", Id);
        output.Content.AppendHtml(tools.Toolbar());
        // What changes while somebody types; the toolbar stays, and with it the cursor in its field.
        var results = Markup.Tag("div", null, parts.Head(tools.Menus(generator.GenerateAntiforgery(ViewContext)))).With("id", ResultsId);
        output.Content.AppendHtml(results);
        if (state.Rows == 0)
        {
            results.InnerHtml.AppendHtml(parts.Nothing());
            return;
        }

        results.InnerHtml.AppendHtml(Choose is null ? parts.Table(rows) : Chooser(parts.Table(rows), parts.Bulk()));
        results.InnerHtml.Add(parts.Pager());
    }

    internal string ResultsId => $"{Id}-results";

    /// <summary>The list among all lists: the page it stands on, then its id there.</summary>
    internal string Name => $"{ViewContext.RouteData.Values["area"]}{ViewContext.RouteData.Values["page"]}#{Id}";

    private TagBuilder Chooser(IHtmlContent table, IHtmlContent bulk) =>
        Markup.Tag("form", null, table, bulk, generator.GenerateAntiforgery(ViewContext)).With("method", "post");
}
