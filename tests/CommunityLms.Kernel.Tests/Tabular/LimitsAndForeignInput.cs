using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CommunityLms.Kernel.Tabular;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class LimitsAndForeignInput
{
    private static readonly TableLimits Small = new() { Bytes = 1024 * 1024, Rows = 3, Columns = 3, CellLength = 5, UncompressedBytes = 4 * 1024 * 1024 };

    [Fact]
    public async Task Upload_WhenEndless_IsRefusedAfterItsLimit()
    {
        var upload = new Endless();
        var refusal = await Should.ThrowAsync<TableRefused>(() => TableFile.Open(upload, "list.csv", Small, CancellationToken.None));

        refusal.Problem.ShouldBe(TableProblem.FileTooLarge);
        refusal.Message.ShouldContain("1 MB");
        upload.Given.ShouldBeLessThan(2L * Small.Bytes);
    }

    [Theory, InlineData(TableFormat.Csv), InlineData(TableFormat.Xlsx)]
    public async Task Table_WhenItBreaksALimit_IsRefusedWithItsPlace(TableFormat format)
    {
        async Task<TableRefused> Refusal(params object?[][] rows) => await Tables.Refusal(await Tables.Write(format, ["A", "B"], rows), Small);

        (await Tables.Open(await Tables.Write(format, ["A", "B"], [["1"], ["2"], ["3"]]), Small)).Rows.Count().ShouldBe(3);
        var rows = await Refusal(["1"], ["2"], ["3"], ["4"]);
        (rows.Problem, rows.Row).ShouldBe((TableProblem.TooManyRows, 5));
        var columns = await Refusal(["1", "2", "3", "4"]);
        (columns.Problem, columns.Row, columns.Column).ShouldBe((TableProblem.TooManyColumns, 2, "D"));
        var cell = await Refusal(["1"], ["1", "123456"]);
        (cell.Problem, cell.Row, cell.Column).ShouldBe((TableProblem.CellTooLong, 3, "B"));
    }

    [Fact]
    public async Task Workbook_WhenItUnpacksFarBeyondItsSize_IsRefusedWithoutUnpackingIt()
    {
        var sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>";
        var bomb = ReadingWorkbooks.Book("", ("xl/worksheets/sheet1.xml", sheet + new string('x', 64 * 1024 * 1024)));
        bomb.Length.ShouldBeLessThan(TableLimits.Default.Bytes / 100);
        var before = GC.GetAllocatedBytesForCurrentThread();

        (await Tables.Refusal(bomb)).Problem.ShouldBe(TableProblem.UnpacksTooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L * 1024 * 1024);
    }

    [Fact]
    public async Task Workbook_WhenAllPartsTogetherAreTooLarge_IsRefused()
    {
        var noise = new Random(7);
        var strings = "<sst>" + string.Concat(Enumerable.Range(0, 100_000).Select(_ => $"<si><t>{noise.NextInt64():x}{noise.NextInt64():x}</t></si>")) + "</sst>";
        var book = ReadingWorkbooks.Book("<row r='1'><c r='A1' t='s'><v>1</v></c></row>", ("xl/sharedStrings.xml", strings));

        (await Tables.Refusal(book, TableLimits.Default with { UncompressedBytes = 1024 * 1024 })).Problem.ShouldBe(TableProblem.UnpacksTooLarge);
    }

    [Fact]
    public void RandomBytes_WhenOpened_AreReadOrRefused() => Prop.ForAll(
        (from start in Gen.Elements(Array.Empty<byte>(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], "PK\x03\x04"u8.ToArray(), "a,b\n\""u8.ToArray())
         from rest in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
         select (byte[])[.. start, .. rest]).ToArbitrary(), ReadOrRefused).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Files_WhenCutOffOrChanged_AreReadOrRefused()
    {
        byte[][] files =
        [
            await Tables.Write(TableFormat.Xlsx, ["姓名", "B"], [["王小明", 1], ["x", new DateOnly(2026, 9, 1)]]),
            ReadingWorkbooks.Book("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46266</v></c></row>"),
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("姓名,学校\n\"王小明\",海珠\n"),
        ];
        Prop.ForAll((from file in Gen.Elements(files)
                     from length in Gen.Choose(0, file.Length)
                     from places in Gen.Choose(0, file.Length - 1).ArrayOf()
                     from value in Gen.Choose(0, 255)
                     from cut in Gen.Elements(true, false)
                     select cut ? file[..length] : [.. file.Select((b, i) => places.Contains(i) ? (byte)value : b)]).ToArbitrary(), ReadOrRefused)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void WorkbookParts_WhenTheirXmlIsChanged_AreReadOrRefused()
    {
        using var zip = new ZipArchive(new MemoryStream(ReadingWorkbooks.Book("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46266</v></c><c r='C1' s='3'><v>1.5</v></c><c r='D1' s='4'><v>7</v></c></row>")));
        var parts = zip.Entries.Select(entry => (entry.FullName, Text: new StreamReader(entry.Open()).ReadToEnd())).ToArray();
        string[] tokens = ["<", ">", "/", "'", "\"", "&", "&#0;", "-1", "9999999999999999999", "1E+308", "NaN", "../..", "\0", "", "<!DOCTYPE x>", "_xD800_", "r", "t='s'", "</row>", "worksheet", "ſ", "0.5E-300"];
        Prop.ForAll((from which in Gen.Choose(0, parts.Length - 1)
                     from place in Gen.Choose(0, parts[which].Text.Length)
                     from length in Gen.Choose(0, 6)
                     from token in Gen.Elements(tokens)
                     select ReadingWorkbooks.Zip([.. parts.Select((part, i) => i == which
                         ? (part.FullName, part.Text[..place] + token + part.Text[Math.Min(place + length, part.Text.Length)..])
                         : part)])).ToArbitrary(), ReadOrRefused)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory, InlineData(TableFormat.Csv), InlineData(TableFormat.Xlsx)]
    public async Task Table_WhenItHasTwentyThousandRows_IsReadInLessThanTwoSeconds(TableFormat format)
    {
        var file = await Tables.Write(format, [.. Enumerable.Range(0, 20).Select(i => $"Column {i}")], Enumerable.Range(0, 20_000).Select(row => Enumerable.Range(0, 20).Select(object? (i) => $"文本 {row} {i}").ToArray()));
        // The first reading warms up; a busy machine may disturb one of the others.
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            (await Tables.Open(file)).Rows.Sum(row => row.Cells.Count).ShouldBe(400_000);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        fastest.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private static async Task ReadOrRefused(byte[] bytes)
    {
        try
        {
            _ = (await Tables.Open(bytes, new() { UncompressedBytes = 1024 * 1024 })).Rows.Count();
        }
        catch (TableRefused refused)
        {
            refused.Message.ShouldNotBeEmpty();
        }
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Given += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
