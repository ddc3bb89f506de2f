using CommunityLms.Kernel.Tabular;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class MappingAndTypedRows
{
    private static readonly TableColumn Number = TableColumn.Text("Staff number", 8) with { Required = true, Aliases = ["工号", "Staff no."] };
    private static readonly TableColumn Born = TableColumn.Date("Date of birth") with { Aliases = ["出生日期"] };
    private static readonly TableColumn Hours = TableColumn.WholeNumber("Hours") with { Aliases = ["学时"] };
    private static readonly TableColumn Sex = TableColumn.Choice("Sex", new("Male", "Male", "男"), new("Female", "Female", "女"));
    private static readonly TableColumn Mail = TableColumn.Email("Email") with { Aliases = ["邮箱"] };
    private static readonly TableColumn Active = TableColumn.YesNo("In service") with { Aliases = ["在职"] };
    private static readonly TableColumn[] All = [Number, Born, Hours, Sex, Mail, Active];

    [Fact]
    public void Heading_WhenDirty_StillFindsItsColumn() => Prop.ForAll(
        (from column in Gen.Elements(All)
         from name in Gen.Elements(column.Aliases.Append(column.Name).ToArray())
         from upper in Gen.Elements(true, false)
         from wide in Gen.Elements(true, false)
         from before in Gen.Elements("", " ", "\u3000", "*", "\uFEFF", "\u200B")
         from after in Gen.Elements("", "：", " *", "\n", "（必填）", " (year/month/day)", "\n[说明]")
         let text = upper ? name.ToUpperInvariant() : name
         let shown = wide ? string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c)) : text
         select (column, before + shown + after)).ToArbitrary(),
        heading => ColumnMapping.Guess(["x", heading.Item2], All).PlaceOf(heading.column).ShouldBe(1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Guess_WhenColumnsAreMissingDoubledOrUnknown_SaysSo()
    {
        var mapping = ColumnMapping.Guess(["学时", "Hours", "Shoe size", ""], All);

        mapping.Missing.ShouldBe([Number]);
        mapping.Doubled.Single().Column.ShouldBe(Hours);
        mapping.Doubled.Single().Headings.ShouldBe([0, 1]);
        mapping.Ignored.ShouldBe([1, 2]);
        mapping.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void With_WhenAPersonDecides_CompletesTheMapping()
    {
        var mapping = ColumnMapping.Guess(["学时", "Hours", "Shoe size"], All).With(Hours, 1).With(Number, 2);

        mapping.IsComplete.ShouldBeTrue();
        (mapping.PlaceOf(Hours), mapping.PlaceOf(Number)).ShouldBe((1, 2));
        mapping.Ignored.ShouldBe([0]);
        mapping.With(Number, 1).PlaceOf(Hours).ShouldBeNull();
        mapping.With(Number, null).Missing.ShouldBe([Number]);
        Should.Throw<ArgumentOutOfRangeException>(() => mapping.With(Number, 3));
    }

    [Fact]
    public void Guess_WhenTwoColumnsShareAName_IsAMistakeInTheDeclaration() =>
        Should.Throw<ArgumentException>(() => ColumnMapping.Guess([], [Hours, TableColumn.Text("hours", 3)]));

    [Theory]
    [InlineData("2026-09-01"), InlineData("2026/9/1"), InlineData("2026年9月1日"), InlineData("2026.9.1"), InlineData(" ２０２６－９－１ "), InlineData("2026年9月1号")]
    [InlineData("20260901"), InlineData("46266"), InlineData("2026-09-01 00:00:00"), InlineData("2026/9/1 8:30")]
    public void Date_WhenWrittenInAUsualForm_IsRead(string text) => Row(Born, text).Date(Born).ShouldBe(new DateOnly(2026, 9, 1));

    [Theory, InlineData("2026-02-30"), InlineData("2026"), InlineData("2026-09"), InlineData("1/9/2026"), InlineData("0.5"), InlineData("soon")]
    public void Date_WhenUnclear_IsAProblem(string text) => Problem(Born, text).Text.ShouldBe(CellReader.NotADate);

    [Theory, InlineData("12", 12), InlineData(" -３ ", -3)]
    public void WholeNumber_WhenWritten_IsRead(string text, int number) => Row(Hours, text).WholeNumber(Hours).ShouldBe(number);

    [Theory, InlineData("1.5"), InlineData("1,200"), InlineData("99999999999"), InlineData("twelve")]
    public void WholeNumber_WhenItIsNone_IsAProblem(string text) => Problem(Hours, text).Text.ShouldBe(CellReader.NotAWholeNumber);

    [Theory, InlineData("男", "Male"), InlineData(" female ", "Female"), InlineData("ＭＡＬＥ", "Male")]
    public void Choice_WhenInEitherLanguage_IsRead(string text, string value) => Row(Sex, text).Choice(Sex).ShouldBe(value);

    [Fact]
    public void Choice_WhenUnknown_NamesTheWords() => Problem(Sex, "x").Args.ShouldBe(["Male / 男, Female / 女"]);

    [Theory, InlineData("是", true), InlineData("TRUE", true), InlineData("no", false), InlineData("0", false), InlineData("×", false)]
    public void YesNo_WhenWritten_IsRead(string text, bool value) => Row(Active, text).YesNo(Active).ShouldBe(value);

    [Fact]
    public void Email_WhenFullWidth_IsRead() => Row(Mail, "wang＠example.org").Text(Mail).ShouldBe("wang@example.org");

    [Theory, InlineData("wang"), InlineData("Wang <wang@example.org>"), InlineData("a@b c")]
    public void Email_WhenItIsNone_IsAProblem(string text) => Problem(Mail, text).Text.ShouldBe(CellReader.NotAnEmail);

    [Theory, InlineData("4.40106E+17", CellReader.DigitsLost), InlineData("#REF!", CellReader.FormulaError), InlineData("123456789", CellReader.TooLong), InlineData(" \u200B", CellReader.Required)]
    public void Text_WhenTheSpreadsheetSpoiltItOrItDoesNotFit_IsAProblem(string text, string problem) => Problem(Number, text).Text.ShouldBe(problem);

    [Fact]
    public void Row_WhenCellsAreWrong_SaysRowAndHeadingOfEach()
    {
        var row = TypedRow.Read(new(17, ["", "soon"]), ColumnMapping.Guess(["工号", "出生日期"], All));

        row.Problems.Select(problem => (problem.Row, problem.Column)).ShouldBe([(17, "工号"), (17, "出生日期")]);
        row.Date(Born).ShouldBeNull();
        row.Text(Mail).ShouldBeNull();
    }

    [Fact]
    public void AnyText_WhenReadAsAnyKind_GivesAValueOrAProblem() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => All.ToList().ForEach(column =>
    {
        var row = TypedRow.Read(new(2, [text ?? ""]), ColumnMapping.Guess([column.Name], [column]));
        var hasValue = row.Text(column) is not null || row.Date(column) is not null || row.WholeNumber(column) is not null;
        (hasValue && row.Problems.Count > 0).ShouldBeFalse();
        (hasValue || row.Problems.Count > 0 || CellReader.Clean(text ?? "").Length == 0).ShouldBeTrue();
    })).QuickCheckThrowOnFailure();

    private static TypedRow Row(TableColumn column, string text)
    {
        var row = TypedRow.Read(new(2, [text]), ColumnMapping.Guess([column.Name], [column]));
        row.Problems.ShouldBeEmpty();
        return row;
    }

    private static CellProblem Problem(TableColumn column, string text) =>
        TypedRow.Read(new(2, [text]), ColumnMapping.Guess([column.Name], [column])).Problems.ShouldHaveSingleItem();
}
