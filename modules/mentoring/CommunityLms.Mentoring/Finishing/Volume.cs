using CommunityLms.Kernel.Documents;

namespace CommunityLms.Mentoring.Finishing;

/// <summary>The results of one contract as a book (P10): read on a page, printed, or handed on as a document for Word.</summary>
internal sealed record Volume(string Institute, string Title, string Subtitle, IReadOnlyList<VolumePart> Parts)
{
    public byte[] ForWord()
    {
        var document = new WordDocument(Institute, Title).Subtitle(Subtitle).Contents();
        foreach (var part in Parts)
        {
            document.Heading(part.Level, part.Heading);
            if (part.Note is { } note)
                document.Note(note);
            document.Text(part.Text);
            if (part.Table is { } table)
                document.Table(table.Headings, table.Rows);
        }
        return document.Write();
    }
}

/// <param name="Level">1 for a chapter, 2 for a part of it.</param>
/// <param name="Text">One paragraph a line.</param>
internal sealed record VolumePart(int Level, string Heading, string? Note = null, string? Text = null, VolumeTable? Table = null)
{
    public IEnumerable<string> Paragraphs => Text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

internal sealed record VolumeTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
