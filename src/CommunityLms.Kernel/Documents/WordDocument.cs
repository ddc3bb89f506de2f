using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityLms.Kernel.Documents;

/// <summary>
/// A document as an office hands it on: letterhead, title, table of contents, headings, paragraphs, tables, page numbers (Office Open XML,
/// ECMA-376, WordprocessingML). What is put in is text; nothing of it is taken for markup.
/// </summary>
/// <remarks>Word fills in the page numbers of the contents when it opens the file, and asks first; the headings stand there from the beginning.</remarks>
public sealed class WordDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly List<OpenXmlElement> _body = [];
    private readonly List<(string Text, int Level, string Mark)> _headings = [];
    private int? _contentsAt;

    /// <param name="letterhead">The institute's name.</param>
    public WordDocument(string letterhead, string title)
    {
        Add("Letterhead", letterhead);
        Add("Title", title);
    }

    /// <summary>A line under the title: a number, a time, who it is about.</summary>
    public WordDocument Subtitle(string text) => Add("Subtitle", text);

    /// <param name="level">1 to 3.</param>
    public WordDocument Heading(int level, string text)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"_Toc{_headings.Count + 1:D8}");
        var id = (_headings.Count + 1).ToString(CultureInfo.InvariantCulture);
        _headings.Add((text, level, mark));
        _body.Add(new Paragraph(Style($"Heading{level.ToString(CultureInfo.InvariantCulture)}"), new BookmarkStart { Name = mark, Id = id }, Words(text), new BookmarkEnd { Id = id }));
        return this;
    }

    /// <summary>One paragraph for each line.</summary>
    public WordDocument Text(string? text)
    {
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add("BodyText", line);
        return this;
    }

    /// <summary>A smaller line: how something was counted, where it comes from.</summary>
    public WordDocument Note(string text) => Add("Caption", text);

    /// <summary>A table whose head is repeated on every page.</summary>
    public WordDocument Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table(
            new TableProperties(new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
            new TableGrid(headings.Select(_ => new GridColumn())),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. headings.Select(h => Cell("TableHead", h))]));
        foreach (var row in rows)
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select(c => Cell("TableText", c))]));
        _body.Add(table);
        return Add("Caption", "");
    }

    /// <summary>Here stands the table of contents.</summary>
    public WordDocument Contents()
    {
        _contentsAt = _body.Count;
        return PageBreak();
    }

    public WordDocument PageBreak()
    {
        _body.Add(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
        return this;
    }

    /// <summary>Writes it as a file.</summary>
    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
            main.AddNewPart<DocumentSettingsPart>().Settings = _contentsAt is null ? new() : new(new UpdateFieldsOnOpen { Val = true });
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new(new Paragraph(Style("Footer"), Field("PAGE"), Words(" / "), Field("NUMPAGES")));
            main.Document = new(new Body([.. _body[..(_contentsAt ?? 0)], .. WriteContents(), .. _body[(_contentsAt ?? 0)..], A4(main.GetIdOfPart(footer))]));
        }
        return file.ToArray();
    }

    private IEnumerable<Paragraph> WriteContents()
    {
        if (_contentsAt is null)
            yield break;
        for (var i = 0; i < _headings.Count; i++)
        {
            var (text, level, mark) = _headings[i];
            var line = new Paragraph(Style($"TOC{level.ToString(CultureInfo.InvariantCulture)}"));
            if (i == 0)
                line.Append(FieldPart(FieldCharValues.Begin), new Run(new FieldCode(@" TOC \o ""1-3"" \h \z ") { Space = SpaceProcessingModeValues.Preserve }), FieldPart(FieldCharValues.Separate));
            line.Append(new Hyperlink(Words(text), new Run(new TabChar()), Field($"PAGEREF {mark}")) { Anchor = mark });
            if (i == _headings.Count - 1)
                line.Append(FieldPart(FieldCharValues.End));
            yield return line;
        }
    }

    private WordDocument Add(string style, string text)
    {
        _body.Add(new Paragraph(Style(style), Words(text)));
        return this;
    }

    private static SectionProperties A4(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        // Twentieths of a point: 210 by 297 mm, margins of 20 to 25 mm.
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1304, Bottom = 1418, Left = 1304, Right = 1304, Header = 720, Footer = 720, Gutter = 0 });

    private static ParagraphProperties Style(string name) => new(new ParagraphStyleId { Val = name });

    /// <summary>Text without characters XML can't hold (XML 1.0, 2.2).</summary>
    private static Run Words(string text) => new(new Text(string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))) { Space = SpaceProcessingModeValues.Preserve });

    private static TableCell Cell(string style, string text) => new(new Paragraph(Style(style), Words(text)));

    private static SimpleField Field(string code) => new(Words("")) { Instruction = $" {code} " };

    private static Run FieldPart(FieldCharValues part) => new(new FieldChar { FieldCharType = part });
}
