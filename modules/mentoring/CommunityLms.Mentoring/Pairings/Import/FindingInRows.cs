using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>What both imports look up by the words in a cell.</summary>
internal static class FindingInRows
{
    /// <summary>What a cell names; null where it is empty, or names nothing, which becomes a problem of the row.</summary>
    public static T? Found<T>(this TypedRow row, TableColumn column, Func<string, T?> find, string missing, List<CellProblem> problems) where T : class
    {
        if (row.Text(column) is not { } words)
            return null;
        var found = find(words);
        if (found is null)
            problems.Add(row.Problem(column, missing));
        return found;
    }

    /// <summary>The subject of this code or name.</summary>
    public static SubjectInfo? Called(this IReadOnlyList<SubjectInfo> subjects, string words) =>
        subjects.FirstOrDefault(s => new[] { s.Code, s.Name.Name, s.Name.LatinName }.Contains(words, StringComparer.OrdinalIgnoreCase));
}
