using System.Globalization;

namespace CommunityLms.Bench;

/// <summary>Tables in the terminal that are Markdown at the same time.</summary>
internal static class Report
{
    public static void Title(string text) => Console.WriteLine($"\n### {text}\n");

    public static void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(headings);
        Line([.. headings.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows)
            Line(row);
    }

    /// <summary>The median and the spread: "1.25 (1.10–1.40)".</summary>
    public static string Spread(IEnumerable<double> values, string format)
    {
        var sorted = values.Order().ToList();
        return $"{Say(Median(sorted), format)} ({Say(sorted[0], format)}–{Say(sorted[^1], format)})";
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public static string Say(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Line(IReadOnlyList<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
