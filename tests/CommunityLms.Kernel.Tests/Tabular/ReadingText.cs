using System.Text;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class ReadingText
{
    private const string Chinese = "姓名,学校\n王小明,海珠区第一实验小学\n欧阳雪,黄埔村小\n";

    [Theory, InlineData("utf-8", false), InlineData("utf-8", true), InlineData("utf-16", true), InlineData("utf-16BE", true), InlineData("GB18030", false)]
    public async Task Text_WhenSavedByExcelOrOthers_IsReadInItsEncoding(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var file = await Tables.Open([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Chinese)]);

        file.Header.Cells.ShouldBe(["姓名", "学校"]);
        file.Rows.Select(row => row[1]).ShouldBe(["海珠区第一实验小学", "黄埔村小"]);
    }

    [Fact]
    public async Task Text_WhenLatinBytesFitNoEncoding_IsRefusedWithTheRow()
    {
        var refusal = await Tables.Refusal(Encoding.Latin1.GetBytes("name,town\nAnna,\"a\nb\"\nJosé,Mé\n"));

        refusal.Problem.ShouldBe(TableProblem.UnknownEncoding);
        refusal.Row.ShouldBe(3);
    }

    [Fact]
    public async Task Text_WhenUtf8IsCutInsideACharacter_IsRefusedInsteadOfReadAsSomethingElse()
    {
        var cut = Encoding.UTF8.GetBytes("姓名,学校\n李雷,海珠小学\n欧阳,黄埔")[..^2];
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(cut).ShouldNotContain('\uFFFD'); // so it would pass as nonsense

        var refusal = await Tables.Refusal(cut);

        refusal.Problem.ShouldBe(TableProblem.UnknownEncoding);
        refusal.Row.ShouldBe(3);
    }

    [Fact]
    public async Task Text_WhenUtf16IsBroken_IsRefusedWithTheRow()
    {
        var refusal = await Tables.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\nਊ,2\n"), 0x00, 0xDC, .. Encoding.Unicode.GetBytes(",3")]);

        refusal.Problem.ShouldBe(TableProblem.UnknownEncoding);
        refusal.Row.ShouldBe(3);
    }

    [Theory, InlineData("a,b\n1,2\n"), InlineData("a;b\n1;2\n"), InlineData("a\tb\n1\t2\n"), InlineData("sep=;\na;b\n1;2\n"), InlineData("a;b\r1;2\r"), InlineData("Staff, autumn\na;b\n1;2\n1,5;2,5\n")]
    public async Task Text_WhenSeparatedByAnyOfTheUsualMarks_IsSplit(string csv)
    {
        var file = await Tables.Open(csv);

        file.Header.Cells[^1].ShouldBe("b");
        file.Rows.First()[1].ShouldBe("2");
    }

    [Fact]
    public async Task Rows_WhenLinesAreBlankOrCellsHaveLineBreaks_AreNumberedAsInExcel() =>
        (await Tables.Open("\na,b\n\n\"x\ny\",1\n , \n5\" pipe,2\n")).Rows.Select(row => (row.Number, row[0])).ShouldBe([(4, "x\ny"), (6, "5\" pipe")]);

    [Fact]
    public async Task Header_WhenATitleStandsAboveIt_IsStillFound()
    {
        var file = await Tables.Open("教师花名册（2026年秋）,,\n,,\n姓名,工号,\n王小明,0012,\n");

        file.Title.Single()[0].ShouldBe("教师花名册（2026年秋）");
        file.Header.Number.ShouldBe(3);
        file.Rows.Single().Cells.ShouldBe(["王小明", "0012"]);
    }

    [Fact]
    public async Task Rows_WhenReadTwice_AreTheSame()
    {
        var file = await Tables.Open(Chinese);

        file.Rows.Count().ShouldBe(file.Rows.Count());
        file.Rows.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Text_WhenAQuotationMarkNeverCloses_IsRefusedWithTheRowItOpensIn()
    {
        var refusal = await Tables.Refusal("a,b\n1,2\n\"x,2\n3,4\n");

        refusal.Problem.ShouldBe(TableProblem.UnclosedQuote);
        refusal.Row.ShouldBe(3);
    }

    [Fact]
    public async Task Text_WhenARowNeverEnds_IsRefusedBeforeItIsHeldInMemory()
    {
        var file = Encoding.UTF8.GetBytes("a,b\n" + new string(',', 16 * 1024 * 1024));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = await Tables.Refusal(file);

        refusal.Problem.ShouldBe(TableProblem.RowTooLong);
        refusal.Row.ShouldBe(2);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024);
    }

    [Theory, InlineData("  <html><table><tr><td>1"), InlineData("a,\0b\n1,2"), InlineData("\uFEFFa,\0b\n1,2")]
    public async Task Text_WhenItIsAWebPageOrBinary_IsNamedAsNoTable(string content) =>
        (await Tables.Refusal(content)).Problem.ShouldBe(TableProblem.NotATable);

    [Theory, InlineData(""), InlineData(" \n\n,,\n")]
    public async Task Text_WhenBlank_IsNamedAsEmpty(string content) => (await Tables.Refusal(content)).Problem.ShouldBe(TableProblem.Empty);
}
