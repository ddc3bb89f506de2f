using System.Text;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Several headings of a file that mean one column.</summary>
/// <param name="Column">The column they mean.</param>
/// <param name="Headings">Their places, counted from 0.</param>
public sealed record DoubledColumn(TableColumn Column, IReadOnlyList<int> Headings);

/// <summary>Which heading of a file is which column. Guessed first, then corrected by the person who imports.</summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<TableColumn, int> _places;

    private ColumnMapping(IReadOnlyList<string> headings, IReadOnlyList<TableColumn> columns, Dictionary<TableColumn, int> places, IReadOnlyList<DoubledColumn> doubled) =>
        (Headings, Columns, _places, Doubled) = (headings, columns, places, doubled);

    /// <summary>The headings as they stand in the file.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The columns the import understands.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Columns that more than one heading fits; the first is taken until somebody decides.</summary>
    public IReadOnlyList<DoubledColumn> Doubled { get; }

    /// <summary>Required columns without heading.</summary>
    public IEnumerable<TableColumn> Missing => Columns.Where(column => column.Required && PlaceOf(column) is null);

    /// <summary>Places of headings that mean no column; their cells are ignored, and people are told so.</summary>
    public IEnumerable<int> Ignored => Enumerable.Range(0, Headings.Count).Where(i => Headings[i].Length > 0 && !_places.ContainsValue(i));

    /// <summary>Rows can be read: nothing required is missing, nothing doubled is undecided.</summary>
    public bool IsComplete => Doubled.Count == 0 && !Missing.Any();

    /// <summary>Finds for each column the heading that has its name, its translation or an alias.</summary>
    /// <param name="headings">The heading row of the file.</param>
    /// <param name="columns">What the import understands.</param>
    /// <param name="texts">Translates the names, so that a file exported in this language comes back in.</param>
    /// <exception cref="ArgumentException">Two columns are declared with the same name or alias.</exception>
    public static ColumnMapping Guess(IReadOnlyList<string> headings, IReadOnlyList<TableColumn> columns, IStringLocalizer? texts = null)
    {
        var known = new Dictionary<string, TableColumn>();
        foreach (var column in columns)
            foreach (var name in column.Aliases.Append(column.Name).Append(texts?[column.Name].Value ?? column.Name))
                if (!known.TryAdd(Plain(name), column) && !ReferenceEquals(known[Plain(name)], column))
                    throw new ArgumentException($"'{name}' names two columns.", nameof(columns));

        var found = Enumerable.Range(0, headings.Count)
            .Select(i => (Place: i, Column: known.GetValueOrDefault(Plain(headings[i])) ?? known.GetValueOrDefault(Plain(WithoutRemark(headings[i])))))
            .Where(match => match.Column is not null)
            .GroupBy(match => match.Column!, match => match.Place)
            .ToList();
        return new(headings, columns,
            found.ToDictionary(match => match.Key, match => match.First()),
            [.. found.Where(match => match.Count() > 1).Select(match => new DoubledColumn(match.Key, [.. match]))]);
    }

    /// <summary>The same mapping with one column moved to another heading, or left out. What the heading meant before is left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such heading.</exception>
    public ColumnMapping With(TableColumn column, int? heading)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(heading ?? 0, nameof(heading));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(heading ?? -1, Headings.Count, nameof(heading));
        var places = _places.Where(pair => pair.Key != column && pair.Value != heading).ToDictionary();
        if (heading is { } place)
            places[column] = place;
        return new(Headings, Columns, places, [.. Doubled.Where(doubled => doubled.Column != column)]);
    }

    /// <summary>The place of a column's heading, counted from 0, or none if the file doesn't have it: then leave what is stored alone.</summary>
    public int? PlaceOf(TableColumn column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>Letters and digits only, in one width and case: "Ｓｔａｆｆ no.*" and "staff No" are the same.</summary>
    internal static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var rune in heading.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                plain.Append(rune);
        return plain.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>"Birthday (year/month/day)" is "Birthday".</summary>
    private static string WithoutRemark(string heading) =>
        heading.IndexOfAny(['(', '（', '[', '【', '\n']) is > 0 and var remark ? heading[..remark] : heading;
}
