using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Writes the parts of a list around its rows.</summary>
internal sealed class TableParts(LmsTableTagHelper table, TableState state, IStringLocalizer<ShellTexts> texts)
{
    private string NoteId => $"{table.Id}-note";

    private HttpRequest Request => table.ViewContext.HttpContext.Request;

    private TableView View => table.View;

    /// <summary>Words are searched for, or something else than order and columns is asked for in the address.</summary>
    private bool Narrowed => View.Search is not null || Request.Query.Any(pair =>
        pair.Key is not (TableView.SearchKey or TableView.SortKey or TableView.AfterKey or TableView.ColumnsKey) && pair.Value.Any(value => !string.IsNullOrEmpty(value)));

    /// <summary>How many there are, and what can be done with the list as a whole.</summary>
    public TagBuilder Head(TagBuilder menus) =>
        Markup.Tag("div", "lms-list-head", state.Rows == 0 ? null : Markup.Tag("p", null, Shown()).With("id", NoteId).With("role", "status"), menus);

    public TagBuilder Table(IHtmlContent rows)
    {
        var head = Markup.Tag("tr", null);
        if (state.Choose is not null)
        {
            var box = TableTools.Input("checkbox", null, null).With("class", "form-check-input").With("aria-label", texts["Choose all"].Value).With("hidden", "");
            head.InnerHtml.AppendHtml(Markup.Tag("th", "lms-check", box).With("scope", "col"));
        }

        foreach (var column in state.Columns.Where(state.Shows))
        {
            head.InnerHtml.AppendHtml(HeadCell(column));
        }

        var element = Markup.Tag("table", "lms-table", Markup.Tag("caption", "visually-hidden", table.Caption), Markup.Tag("thead", null, head), Markup.Tag("tbody", null, rows))
            .With("aria-describedby", NoteId).With("data-phone", table.Scroll ? null : "sentences");
        return Markup.Tag("div", "lms-table-scroll", element);
    }

    public TagBuilder Bulk() =>
        Markup.Tag("div", "lms-bulk", Markup.Tag("strong", null, texts["What to do with the chosen rows"].Value), state.Bulk).With("data-bulk", "");

    public IHtmlContent? Pager()
    {
        if (View.After is null && View.Next is null)
        {
            return null;
        }

        var first = View.After is null ? Markup.Tag("span", null) : Markup.Tag("a", "btn", texts["First page"].Value).With("href", Link((TableView.AfterKey, null)));
        var next = View.Next is null ? null : Markup.Tag("a", "btn", texts["Next page"].Value, table.Draw("arrow-right")).With("rel", "next").With("href", Link((TableView.AfterKey, View.Next)));
        return Markup.Tag("nav", "lms-pager", first, next).With("aria-label", texts["Pages"].Value);
    }

    /// <summary>Nothing found for these words and filters, or nothing there at all: two different things to say.</summary>
    public IHtmlContent Nothing()
    {
        if (!Narrowed)
        {
            return state.Empty ?? Markup.Tag("div", "lms-empty", table.Draw("circle-dashed"), Markup.Tag("h2", null, table.Empty ?? texts["Nothing here yet"].Value));
        }

        var title = View.Search is { } words ? texts["Nothing matches “{0}”", words].Value : texts["Nothing matches these filters"].Value;
        return Markup.Tag(
            "div",
            "lms-empty",
            table.Draw("search"),
            Markup.Tag("h2", null, title),
            Markup.Tag("p", null, texts["Look for part of a name, or take a filter away."].Value),
            Markup.Tag("a", "btn", texts["Show everything"].Value).With("href", Request.PathBase + Request.Path));
    }

    private TagBuilder HeadCell(TableColumn column)
    {
        var cell = Markup.Tag("th", column.Figure ? "lms-figure" : null).With("scope", "col");
        if (!column.Sort)
        {
            cell.InnerHtml.AppendHtml(column.Title);
            return cell;
        }

        var here = View.Sort == column.Name;
        var link = Markup.Tag("a", null, column.Title, here ? table.Draw(View.Descending ? "chevron-down" : "chevron-up") : null)
            .With("href", Link((TableView.SortKey, TableView.SortText(column.Name, here && !View.Descending)), (TableView.AfterKey, null)));
        cell.InnerHtml.AppendHtml(link);
        return cell.With("aria-sort", here ? View.Descending ? "descending" : "ascending" : null);
    }

    /// <summary>A list that fits on its first page is known without counting.</summary>
    private string Shown() => (View.Total ?? (View.After is null && View.Next is null ? state.Rows : null)) switch
    {
        1 => texts["One found"],
        { } total when total == state.Rows => texts["{0} found", total],
        { } total => texts["{0} found, {1} of them on this page", total, state.Rows],
        _ => texts["{0} on this page", state.Rows],
    };

    private string Link(params (string Key, string? Value)[] changes) => TableView.Link(Request, changes);
}
