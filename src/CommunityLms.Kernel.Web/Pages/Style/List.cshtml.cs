using System.Text;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages.Style;

/// <summary>The living style page: lists, charts, comparisons. Its people are invented.</summary>
[DevelopmentOnly, OpenToAccounts("It shows no data, and only in Development.")]
public sealed class ListModel : LmsPageModel
{
    private const int PageSize = 4;

    private static readonly StyleTeacher[] Teachers =
    [
        new("Chen Xiaoyu", "Hengli Central School", 36, StateKind.Done, "on track"), new("Deng Lin", "Liangkou Central School", 12, StateKind.Waiting, "paper waits"),
        new("Huang Lihua", "Liangkou Central School", 28, StateKind.Done, "on track"), new("Luo Zhiqiang", "Lutian No. 2 School", 4, StateKind.Late, "silent for 4 weeks"),
        new("Wang Jianguo", "Beixing School", 40, StateKind.Done, "on track"), new("Zhou Min", "Beixing School", 22, StateKind.News, "new this term"),
    ];

    public TableView View { get; private set; } = new();

    public IReadOnlyList<StyleTeacher> People { get; private set; } = [];

    public void OnGet()
    {
        View = TableView.From(Request.Query);
        var found = Sorted().ToList();
        var from = View.After is { } after ? found.FindIndex(t => t.Name == after) + 1 : 0;
        People = [.. found.Skip(from).Take(PageSize)];
        View = View with { Total = found.Count, Next = from + PageSize < found.Count ? People[^1].Name : null };
    }

    public FileResult OnGetCsv() => File(Encoding.UTF8.GetBytes(string.Join('\n', Teachers.Select(t => $"{t.Name},{t.School},{t.Hours}"))), "text/csv", "people.csv");

    public IActionResult OnPostUrge(IReadOnlyList<string> chosen) => Done($"{chosen.Count} chosen. Nobody was urged.", "Index");

    private IEnumerable<StyleTeacher> Sorted()
    {
        var found = Teachers.Where(t => View.Search is not { } words || t.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || t.School.Contains(words, StringComparison.OrdinalIgnoreCase));
        return (View.Sort, View.Descending) switch
        {
            ("hours", true) => found.OrderByDescending(t => t.Hours),
            ("hours", _) => found.OrderBy(t => t.Hours),
            (_, true) => found.OrderByDescending(t => t.Name, StringComparer.Ordinal),
            _ => found.OrderBy(t => t.Name, StringComparer.Ordinal),
        };
    }
}

public sealed record StyleTeacher(string Name, string School, int Hours, StateKind State, string StateWords);
