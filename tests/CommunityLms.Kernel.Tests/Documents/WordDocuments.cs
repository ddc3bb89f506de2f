using CommunityLms.Kernel.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityLms.Kernel.Tests.Documents;

public sealed class WordDocuments
{
    private static byte[] Report() => new WordDocument("广州市教研院", "年度报告").Subtitle("2026").Contents()
        .Heading(1, "Figures").Table(["What", "How many"], [["Courses", "82"], ["论文", "205"]]).Note("As counted on 1 September.")
        .Heading(2, "How <b>they</b> & we counted").Text("First line\nSecond line\u0001").PageBreak().Heading(1, "End 😀").Write();

    [Fact]
    public void Document_WithEveryPart_IsValid()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);
        new OpenXmlValidator().Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Contents_BeforeWordHasSeenThem_NameEveryHeadingInOrder()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);
        var body = package.MainDocumentPart!.Document.Body!;
        var entries = body.Descendants<Paragraph>().Where(p => StyleOf(p).StartsWith("TOC", StringComparison.Ordinal)).Select(p => (StyleOf(p), p.InnerText.Replace(" TOC \\o \"1-3\" \\h \\z ", "", StringComparison.Ordinal)));
        entries.ShouldBe([("TOC1", "Figures"), ("TOC2", "How <b>they</b> & we counted"), ("TOC1", "End 😀")]);
        body.Descendants<Hyperlink>().Select(h => h.Anchor!.Value).ShouldBe(body.Descendants<BookmarkStart>().Select(b => b.Name!.Value));
    }

    [Fact]
    public void Text_WithMarkupLinesAndControlCharacters_StaysText()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);
        package.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Where(p => StyleOf(p) == "BodyText").Select(p => p.InnerText).ShouldBe(["First line", "Second line"]);
    }

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
}
