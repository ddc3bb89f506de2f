using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Writes the parts of a list around its rows.</summary>
internal sealed class TableParts(LmsTableTagHelper table, TableState state, IStringLocalizer<ShellTexts> texts)
{
    private string FormId => $"{table.Id}-form";

    private string NoteId => $"{table.Id}-note";

    private HttpRequest Request => table.ViewContext.HttpContext.Request;

    private TableView View => table.View;

    /// <summary>Words are searched for, or something else than order and columns is asked for in the address.</summary>
    private bool Narrowed => View.Search is not null || Request.Query.Any(pair =>
        pair.Key is not (TableView.SearchKey or TableView.SortKey or TableView.AfterKey or TableView.ColumnsKey) && pair.Value.Any(value => !string.IsNullOrEmpty(value)));

    /// <summary>The GET form with search and filters. The order travels along; the page begins anew.</summary>
    public IHtmlContent? Toolbar()
    {
        if (table.SearchHint is null && state.Filters is null)
        {
            return null;
        }

        var form = Markup.Tag("form", "lms-toolbar").With("method", "get").With("role", "search").With("id", FormId).With("aria-label", table.Caption);
        if (table.SearchHint is not null)
        {
            var id = $"{table.Id}-q";
            var field = Input("search", TableView.SearchKey, View.Search).With("class", "form-control").With("id", id).With("placeholder", table.SearchHint);
            form.InnerHtml.AppendHtml(Markup.Tag("div", "lms-search", Markup.Tag("label", "visually-hidden", texts["Search"].Value).With("for", id), table.Draw("search"), field));
        }

        form.InnerHtml.Add(state.Filters);
        if (View.Sort is not null)
        {
            form.InnerHtml.AppendHtml(Input("hidden", TableView.SortKey, SortValue(View.Sort, View.Descending)));
        }

        form.InnerHtml.AppendHtml(Markup.Tag("button", "btn", texts["Search"].Value));
        return form;
    }

    /// <summary>What is shown, the choice of columns and the CSV.</summary>
    public TagBuilder Head()
    {
        var tools = Markup.Tag("div", "lms-list-tools", Columns(), Csv());
        return Markup.Tag("div", "lms-list-head", state.Rows == 0 ? null : Markup.Tag("p", null, Shown()).With("id", NoteId), tools);
    }

    public TagBuilder Table(IHtmlContent rows)
    {
        var head = Markup.Tag("tr", null);
        if (state.Choose is not null)
        {
            var box = Input("checkbox", null, null).With("class", "form-check-input").With("aria-label", texts["Choose all"].Value).With("hidden", "");
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
            .With("href", Link((TableView.SortKey, SortValue(column.Name, here && !View.Descending)), (TableView.AfterKey, null)));
        cell.InnerHtml.AppendHtml(link);
        return cell.With("aria-sort", here ? View.Descending ? "descending" : "ascending" : null);
    }

    private TagBuilder? Columns()
    {
        var free = state.Columns.FindAll(column => !column.Fixed);
        if (table.SearchHint is null && state.Filters is null || free.Count < 2)
        {
            return null;
        }

        var choices = Markup.Tag("fieldset", null, Markup.Tag("legend", "lms-menu-title", texts["Columns to show"].Value));
        foreach (var column in free)
        {
            var id = $"{table.Id}-column-{column.Name}";
            var box = Input("checkbox", TableView.ColumnsKey, column.Name)
                .With("class", "form-check-input").With("id", id).With("form", FormId).With("checked", state.Shows(column) ? "checked" : null);
            choices.InnerHtml.AppendHtml(Markup.Tag("div", "form-check", box, Markup.Tag("label", "form-check-label", column.TitleText).With("for", id)));
        }

        var show = Markup.Tag("button", "btn btn-small", texts["Show these"].Value).With("form", FormId);
        return Markup.Tag(
            "details",
            "lms-menu",
            Markup.Tag("summary", "btn btn-quiet", table.Draw("columns-3"), texts["Columns"].Value),
            Markup.Tag("div", "lms-menu-sheet", choices, Markup.Tag("div", null, show)));
    }

    private TagBuilder? Csv() => table.CsvHandler is null || state.Rows == 0
        ? null
        : Markup.Tag("a", "btn btn-quiet", table.Draw("download"), "CSV").With("href", Link(("handler", table.CsvHandler), (TableView.AfterKey, null)));

    private string Shown() => View.Total is { } total ? texts["{0} of {1}", state.Rows, total].Value : texts["{0} shown", state.Rows].Value;

    private string Link(params (string Key, string? Value)[] changes) => TableView.Link(Request, changes);

    private static string SortValue(string column, bool descending) => descending ? "-" + column : column;

    private static TagBuilder Input(string type, string? name, string? value)
    {
        var input = Markup.Tag("input", null).With("type", type).With("name", name).With("value", value);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
