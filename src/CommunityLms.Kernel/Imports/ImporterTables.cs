using CommunityLms.Kernel.Tabular;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Imports;

/// <summary>The tables an importer gives out.</summary>
public static class ImporterTables
{
    /// <summary>Writes all records within the person's reach, headings and choices in the language of the texts. The stream stays open.</summary>
    public static async Task Export(this IImporter importer, Stream to, TableFormat format, IStringLocalizer texts, CancellationToken cancel)
    {
        var columns = await importer.Columns(cancel);
        await using var table = await TableWriter.Create(to, format, texts[importer.Title], [.. columns.Select(c => texts[c.Name].Value)], cancel);
        await foreach (var cells in importer.Export(cancel))
            await table.Write([.. cells.Select((cell, i) => columns[i].Choices.Count > 0 && columns[i].Shown(cell) is { } word ? texts[word].Value : cell)], cancel);
    }
}
