using System.Globalization;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Tabular;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Figures;

/// <summary>The figures as files to take away.</summary>
internal static class FigureFiles
{
    private const int ColumnsOnPaper = 5;

    /// <summary>A report as an office hands it on: the whole, how it was counted, then the parts.</summary>
    /// <param name="letterhead">The institute's name.</param>
    /// <param name="subtitle">The time of the programme, and when it was counted.</param>
    public static byte[] WriteDocument(this FigureReport report, string letterhead, string title, string subtitle, IStringLocalizer texts)
    {
        var document = new WordDocument(letterhead, title).Subtitle(subtitle)
            .Table([texts["Figure"], texts["Number"], texts["How it is counted"]], Figure.All.Select((f, i) => (IReadOnlyList<string>)[texts[f.Name], Said(report.Whole.Values[i]), texts[f.CountedBy]]));
        foreach (var (heading, columns) in new[] { (texts["By district"].Value, report.Districts), (texts["By subject"].Value, report.Subjects) })
            if (columns.Count > 1)
                // A page holds a handful of columns, so more parts go into more tables.
                foreach (var part in columns.Chunk(ColumnsOnPaper))
                    document.Heading(2, heading).Table([texts["Figure"], .. part.Select(c => c.Name)], Figure.All.Select((f, i) => (IReadOnlyList<string>)[texts[f.Name], .. part.Select(c => Said(c.Values[i]))]));
        return document.Write();

        static string Said(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
    }

    /// <summary>A row for each figure, a column for the whole and for each part.</summary>
    public static async Task WriteTable(this FigureReport report, Stream to, string name, IStringLocalizer texts, CancellationToken cancel)
    {
        FigureColumn[] columns = [report.Whole with { Name = texts["Number"] }, .. report.Districts.Count > 1 ? report.Districts : [], .. report.Subjects.Count > 1 ? report.Subjects : []];
        await using var table = await TableWriter.Create(to, TableFormat.Xlsx, name, [texts["Figure"], .. columns.Select(c => c.Name), texts["How it is counted"]], cancel);
        for (var i = 0; i < Figure.All.Count; i++)
            await table.Write([texts[Figure.All[i].Name].Value, .. columns.Select(c => (object)c.Values[i]), texts[Figure.All[i].CountedBy].Value], cancel);
    }
}
