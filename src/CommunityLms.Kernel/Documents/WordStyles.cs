using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityLms.Kernel.Documents;

/// <summary>How the parts of a document look: song for texts and black for headings, as Chinese offices print (GB/T 9704-2012 in its proportions), Times and Arial for Latin.</summary>
internal static class WordStyles
{
    private const string Song = "宋体";
    private const string Black = "黑体";
    private const string Serif = "Times New Roman";
    private const string Sans = "Arial";

    /// <summary>In twentieths of a point; the width of the text of an A4 page.</summary>
    private const int RightEdge = 9298;

    public static Styles All() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Serif, Song), Size(12), SizeOfComplex(12))), new ParagraphPropertiesDefault()),
        Style("Normal", "Normal", new(), isDefault: true),
        Style("Letterhead", "Letterhead", Centred(after: 12), bold: true, size: 16),
        Style("Title", "Title", Centred(after: 6), Fonts(Sans, Black), bold: true, size: 20),
        Style("Subtitle", "Subtitle", Centred(after: 12), size: 12),
        Style("Heading1", "heading 1", Head(0, before: 18), Fonts(Sans, Black), bold: true, size: 16),
        Style("Heading2", "heading 2", Head(1, before: 12), Fonts(Sans, Black), bold: true, size: 14),
        Style("Heading3", "heading 3", Head(2, before: 9), Fonts(Sans, Black), bold: true, size: 12),
        Style("BodyText", "Body Text", new(Spacing(0, 6, line: 360))),
        Style("Caption", "caption", new(Spacing(3, 9)), size: 9),
        Style("TableHead", "Table Head", new(Spacing(2, 2)), bold: true, size: 10),
        Style("TableText", "Table Text", new(Spacing(2, 2)), size: 10),
        Style("Footer", "footer", new(new Justification { Val = JustificationValues.Center }), size: 9),
        Style("TOC1", "toc 1", Entry(0)),
        Style("TOC2", "toc 2", Entry(240)),
        Style("TOC3", "toc 3", Entry(480)),
        Grid());

    private static Style Style(string id, string name, StyleParagraphProperties paragraph, RunFonts? fonts = null, bool bold = false, int size = 12, bool isDefault = false)
    {
        var run = new StyleRunProperties();
        if (fonts is not null)
            run.Append(fonts);
        if (bold)
            run.Append(new Bold());
        run.Append(Size(size), SizeOfComplex(size));
        var style = new Style(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        return style;
    }

    private static Style Grid() => new(
        new StyleName { Val = "Table Grid" },
        new StyleTableProperties(new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>())))
    {
        Type = StyleValues.Table,
        StyleId = "TableGrid",
    };

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static RunFonts Fonts(string latin, string chinese) => new() { Ascii = latin, HighAnsi = latin, EastAsia = chinese };

    private static FontSize Size(int points) => new() { Val = (points * 2).ToString(CultureInfo.InvariantCulture) };

    private static FontSizeComplexScript SizeOfComplex(int points) => new() { Val = (points * 2).ToString(CultureInfo.InvariantCulture) };

    private static SpacingBetweenLines Spacing(int before, int after, int line = 300) => new()
    {
        Before = (before * 20).ToString(CultureInfo.InvariantCulture), After = (after * 20).ToString(CultureInfo.InvariantCulture), Line = line.ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Auto,
    };

    private static StyleParagraphProperties Centred(int after) => new(Spacing(0, after), new Justification { Val = JustificationValues.Center });

    private static StyleParagraphProperties Head(int level, int before) => new(new KeepNext(), Spacing(before, 6), new OutlineLevel { Val = level });

    private static StyleParagraphProperties Entry(int indent) => new(
        new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = RightEdge }), new Indentation { Left = indent.ToString(CultureInfo.InvariantCulture) });
}
