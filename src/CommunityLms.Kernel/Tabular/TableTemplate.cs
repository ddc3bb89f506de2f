using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// An empty table to fill in. The first sheet has the headings only: an example row there would sooner or later be imported as a person.
/// Examples and explanations stand on a second sheet, which an import doesn't read; a CSV file has no place for them and holds the headings.
/// </summary>
public static class TableTemplate
{
    /// <summary>Writes the template in the language of the texts; required columns are marked with an asterisk. The stream stays open.</summary>
    /// <param name="to">Where the file goes.</param>
    /// <param name="format">CSV or XLSX.</param>
    /// <param name="name">The sheet's name, translated.</param>
    /// <param name="columns">What the import understands.</param>
    /// <param name="texts">Translates names, help and words of the columns.</param>
    /// <param name="kernelTexts">Translates the words of the second sheet.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static async Task Write(Stream to, TableFormat format, string name, IReadOnlyList<TableColumn> columns, IStringLocalizer texts, IStringLocalizer kernelTexts, CancellationToken cancel)
    {
        string Heading(TableColumn column) => texts[column.Name] + (column.Required ? "*" : "");
        string[] Words(TableColumn column) => [.. column.Choices.Select(choice => (column.Kind is ColumnKind.YesNo ? kernelTexts : texts)[choice.Words[0]].Value)];

        if (format is TableFormat.Csv)
        {
            await using var csv = await TableWriter.Create(to, format, name, [.. columns.Select(Heading)], cancel);
            return;
        }
        await using var workbook = new WorkbookWriter(to, name, kernelTexts["How to fill in"]);
        await workbook.StartSheet([.. columns.Select(column => new SheetColumn(Heading(column), Words(column)))], cancel);
        await workbook.StartSheet([new(kernelTexts["Column"]), new(kernelTexts["Required"]), new(kernelTexts["Example"]), new(kernelTexts["Words to use"]), new(kernelTexts["What to enter"])], cancel);
        foreach (var column in columns)
            await workbook.Write([texts[column.Name].Value, kernelTexts[column.Required ? "Yes" : "No"].Value, column.Example, string.Join(", ", Words(column)), column.Help.Length == 0 ? "" : texts[column.Help].Value], cancel);
    }
}
