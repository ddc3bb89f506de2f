using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// What of a list is shown: read from the address, given to the query, completed with what the query found, and shown
/// by <c>lms-table</c>. Everything is in the address, so a list can be linked and goes back as it was.
/// </summary>
public sealed record TableView
{
    internal const string SearchKey = "q";
    internal const string SortKey = "sort";
    internal const string AfterKey = "after";
    internal const string ColumnsKey = "columns";

    /// <summary>The words searched for; null for none.</summary>
    public string? Search { get; init; }

    /// <summary>The name of the column to sort by; null for the list's own order.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>Where the page shown begins (keyset paging), opaque to everybody but the query; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Where the next page begins, set by the query; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>How many there are in all, where it is cheap to know.</summary>
    public int? Total { get; init; }

    /// <summary>The columns chosen; empty for the usual ones. A page may put here what the person chose last time.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Reads the view from the address of a list; unknown names are left for the query to ignore.</summary>
    public static TableView From(IQueryCollection query)
    {
        var sort = query[SortKey].ToString();
        return new TableView
        {
            Search = Text(query[SearchKey]),
            Sort = sort.Length == 0 ? null : sort.TrimStart('-'),
            Descending = sort.StartsWith('-'),
            After = Text(query[AfterKey]),
            Columns = [.. query[ColumnsKey].OfType<string>()],
        };
    }

    /// <summary>The address of this list with one thing changed; the rest of the address (filters, columns) stays. Null takes it away.</summary>
    internal static string Link(HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var changed = changes.Select(change => change.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = request.Query.Where(pair => !changed.Contains(pair.Key)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        var added = changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Key, change.Value!));
        return request.PathBase + request.Path + new QueryBuilder(kept.Concat(added)).ToQueryString();
    }

    internal static string SortText(string column, bool descending) => descending ? "-" + column : column;

    private static string? Text(StringValues value) => value.ToString().Trim() is { Length: > 0 } text ? text : null;
}
