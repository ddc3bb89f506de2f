using Microsoft.AspNetCore.Html;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>What lms-table and the tags inside it tell each other while one list is written.</summary>
internal sealed class TableState(TableView view, string? choose)
{
    public List<TableColumn> Columns { get; } = [];

    public string? Choose { get; } = choose;

    public int Rows { get; set; }

    public IHtmlContent? Filters { get; set; }

    public IHtmlContent? Bulk { get; set; }

    public IHtmlContent? Empty { get; set; }

    public TableColumn? Find(string name) => Columns.Find(column => column.Name == name);

    public bool Shows(TableColumn column) => column.Fixed || (view.Columns.Count == 0 ? !column.Off : view.Columns.Contains(column.Name));
}

/// <summary>A column as declared by lms-column.</summary>
internal sealed record TableColumn(string Name, IHtmlContent Title, string TitleText, bool Sort, bool Fixed, bool Off, bool Figure, bool Said);
