using CommunityLms.Kernel.Tabular;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Figures;

/// <summary>The figures as files to take away.</summary>
internal static class FigureFiles
{
    /// <summary>A row for each figure, a column for the whole and for each part.</summary>
    public static async Task WriteTable(this FigureReport report, Stream to, string name, IStringLocalizer texts, CancellationToken cancel)
    {
        FigureColumn[] columns = [report.Whole with { Name = texts["Number"] }, .. report.Districts.Count > 1 ? report.Districts : [], .. report.Subjects.Count > 1 ? report.Subjects : []];
        await using var table = await TableWriter.Create(to, TableFormat.Xlsx, name, [texts["Figure"], .. columns.Select(c => c.Name), texts["How it is counted"]], cancel);
        for (var i = 0; i < Figure.All.Count; i++)
            await table.Write([texts[Figure.All[i].Name].Value, .. columns.Select(c => (object)c.Values[i]), texts[Figure.All[i].CountedBy].Value], cancel);
    }
}
