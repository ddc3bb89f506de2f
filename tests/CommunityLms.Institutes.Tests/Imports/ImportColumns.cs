using System.Text.Json;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>The columns understand themselves in both languages.</summary>
public sealed class ImportColumns
{
    private static readonly Dictionary<string, string> Chinese = JsonSerializer.Deserialize<Dictionary<string, string>>(
        typeof(InstitutesModule).Assembly.GetManifestResourceStream("Localization/zh-Hans.json")!)!;

    private static readonly IReadOnlyList<TableColumn>[] Tables = [UnitColumns.All, PersonColumns.All];

    [Fact]
    public void Heading_WhenInEitherLanguage_IsGuessed()
    {
        foreach (var columns in Tables)
            foreach (var headings in new[] { columns.Select(c => c.Name), columns.Select(c => Chinese[c.Name]) })
            {
                var mapping = ColumnMapping.Guess([.. headings], columns);
                mapping.IsComplete.ShouldBeTrue();
                columns.Select(mapping.PlaceOf).ShouldBe(Enumerable.Range(0, columns.Count).Select(i => (int?)i));
            }
    }

    [Fact]
    public void Choice_WhenSaidInChinese_IsAmongItsWords() =>
        (from column in Tables.SelectMany(t => t)
         from choice in column.Choices
         where !choice.Words.Contains(Chinese.GetValueOrDefault(choice.Words[0]))
         select $"{column.Name}: {choice.Words[0]}").ShouldBeEmpty();

    [Fact]
    public void Help_WhenGiven_IsTranslated() =>
        Tables.SelectMany(t => t).Select(c => c.Help).Where(h => h.Length > 0 && !Chinese.ContainsKey(h)).ShouldBeEmpty();

    [Fact]
    public void Problem_WhenAnImportMaySayIt_IsTranslated() =>
        new[] { typeof(UnitImportTexts), typeof(PersonImportTexts) }.SelectMany(t => t.GetFields()).Select(f => (string)f.GetRawConstantValue()!).Where(t => !Chinese.ContainsKey(t)).ShouldBeEmpty();
}
