using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Writes what a list is asked with: search and filters, the choice of columns, the CSV.</summary>
internal sealed class TableTools(LmsTableTagHelper table, TableState state, IStringLocalizer<ShellTexts> texts)
{
    private HttpRequest Request => table.ViewContext.HttpContext.Request;

    private TableView View => table.View;

    /// <summary>The GET form with search and filters: with a script it asks while somebody types. The order travels along; the page begins anew.</summary>
    public IHtmlContent? Toolbar()
    {
        if (table.SearchHint is null && state.Filters is null)
        {
            return null;
        }

        var form = Markup.Tag("form", "lms-toolbar").With("method", "get").With("role", "search").With("aria-label", table.Caption)
            .With("hx-get", Request.PathBase + Request.Path).With("hx-trigger", "input delay:350ms, change, submit").With("hx-target", $"#{table.ResultsId}").With("hx-select", $"#{table.ResultsId}")
            .With("hx-swap", "outerHTML").With("hx-push-url", "true").With("hx-sync", "this:replace");
        if (table.SearchHint is not null)
        {
            var id = $"{table.Id}-q";
            var field = Input("search", TableView.SearchKey, View.Search).With("class", "form-control").With("id", id).With("placeholder", table.SearchHint);
            form.InnerHtml.AppendHtml(Markup.Tag("div", "lms-search", Markup.Tag("label", "visually-hidden", texts["Search"].Value).With("for", id), table.Draw("search"), field));
        }

        form.InnerHtml.Add(state.Filters);
        if (View.Sort is not null)
        {
            form.InnerHtml.AppendHtml(Input("hidden", TableView.SortKey, TableView.SortText(View.Sort, View.Descending)));
        }

        form.InnerHtml.AppendHtml(Markup.Tag("button", "btn", texts["Search"].Value));
        return form;
    }

    /// <summary>The choice of columns, posted because it is kept, and the CSV.</summary>
    public TagBuilder Menus(IHtmlContent antiforgery) => Markup.Tag("div", "lms-list-tools", Columns(antiforgery), Csv());

    private TagBuilder? Columns(IHtmlContent antiforgery)
    {
        var free = state.Columns.FindAll(column => !column.Fixed);
        if (free.Count < 2 || state.Rows == 0)
        {
            return null;
        }

        var choices = Markup.Tag("fieldset", null, Markup.Tag("legend", "lms-menu-title", texts["Columns to show"].Value));
        foreach (var column in free)
        {
            var id = $"{table.Id}-column-{column.Name}";
            var box = Input("checkbox", TableView.ColumnsKey, column.Name).With("class", "form-check-input").With("id", id).With("checked", state.Shows(column) ? "checked" : null);
            choices.InnerHtml.AppendHtml(Markup.Tag("div", "form-check", box, Markup.Tag("label", "form-check-label", column.TitleText).With("for", id)));
        }

        var form = Markup.Tag("form", "lms-menu-sheet", choices, Markup.Tag("button", "btn btn-small", texts["Show these"].Value), Input("hidden", "list", table.Name), antiforgery)
            .With("method", "post").With("action", Request.PathBase + "/list-columns");
        return Markup.Tag("details", "lms-menu", Markup.Tag("summary", "btn btn-quiet", table.Draw("columns-3"), texts["Columns"].Value), form);
    }

    /// <summary>The columns shown are the columns of the file.</summary>
    private TagBuilder? Csv()
    {
        if (table.CsvHandler is null || state.Rows == 0)
        {
            return null;
        }

        (string, string?)[] changes = [("handler", table.CsvHandler), (TableView.AfterKey, null), .. state.Columns.Where(state.Shows).Select(column => (TableView.ColumnsKey, (string?)column.Name))];
        return Markup.Tag("a", "btn btn-quiet", table.Draw("download"), "CSV").With("href", TableView.Link(Request, changes));
    }

    internal static TagBuilder Input(string type, string? name, string? value)
    {
        var input = Markup.Tag("input", null).With("type", type).With("name", name).With("value", value);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
