using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityLms.Kernel.Tabular;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Localization;
using TableColumn = CommunityLms.Kernel.Tabular.TableColumn;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class TemplatesAndTexts
{
    private static readonly Chinese Texts = new();
    private static readonly TableColumn[] Columns =
    [
        TableColumn.Text("Staff number", 8) with { Required = true, Example = "0012", Help = "As on the pay slip" },
        TableColumn.Choice("Sex", new("Male", "Male", "男"), new("Female", "Female", "女")),
        TableColumn.YesNo("In service"),
    ];

    [Theory, InlineData(TableFormat.Csv), InlineData(TableFormat.Xlsx)]
    public async Task Template_WhenImportedUnfilled_HasItsColumnsAndNoRows(TableFormat format)
    {
        var file = await Tables.Open(await Template(format));
        var mapping = ColumnMapping.Guess(file.Header.Cells, Columns, Texts);

        file.Header.Cells.ShouldBe(["工号*", "性别", "在职"]);
        file.Rows.ShouldBeEmpty();
        Columns.Select(mapping.PlaceOf).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Template_WhenAWorkbook_IsValidExplainsItsColumnsAndOffersTheWords()
    {
        var bytes = await Template(TableFormat.Xlsx);
        var file = await Tables.Open(bytes);

        file.Sheets.ShouldBe(["人员", "填写说明"]);
        file.OnSheet("填写说明").Rows.First().Cells.ShouldBe(["工号", "是", "0012", "", "与工资单一致"]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>())
            .Select(list => (list.SequenceOfReferences!.InnerText, list.Formula1!.Text)).ShouldBe([("B2:B1048576", "\"男,女\""), ("C2:C1048576", "\"是,否\"")]);
    }

    [Fact]
    public void Texts_WhenShownInChinese_AreAllThereWithTheirPlaces()
    {
        var keys = typeof(TableProblem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((TableProblem)field.GetValue(null)!).Text)
            .Concat(typeof(CellReader).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!))
            .Concat(["How to fill in", "Column", "Required", "Example", "Words to use", "What to enter", "Yes", "No"])
            .ToList();

        keys.Count.ShouldBeGreaterThan(30);
        foreach (var key in keys)
        {
            Texts[key].ResourceNotFound.ShouldBeFalse(key);
            Places(Texts[key].Value).ShouldBe(Places(key), key);
        }
    }

    private static async Task<byte[]> Template(TableFormat format)
    {
        var to = new Tables.ResponseBody();
        await TableTemplate.Write(to, format, "人员", Columns, Texts, Texts, CancellationToken.None);
        return to.ToArray();
    }

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Order();

    /// <summary>The kernel's own Chinese texts, and those of the columns above.</summary>
    private sealed class Chinese : IStringLocalizer
    {
        private readonly Dictionary<string, string> _texts = new(JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Localization", "zh-Hans.json")))!)
        {
            ["Staff number"] = "工号", ["Sex"] = "性别", ["In service"] = "在职", ["Male"] = "男", ["Female"] = "女", ["As on the pay slip"] = "与工资单一致",
        };

        public LocalizedString this[string name] => new(name, _texts.GetValueOrDefault(name, name), !_texts.ContainsKey(name));

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.Keys.Select(key => this[key]);
    }
}
