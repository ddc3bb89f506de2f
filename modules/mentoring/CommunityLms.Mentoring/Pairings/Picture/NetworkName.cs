namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>A name broken into lines that fit beside the picture. The server can't measure letters, so it counts: a Chinese character is as wide as two others.</summary>
internal sealed record NetworkName(IReadOnlyList<string> Lines)
{
    public const int LineHeight = 15;

    /// <summary>Half characters a line holds.</summary>
    private const int Room = 18;

    public static NetworkName Of(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces))
            if (lines is [.., var last] && WidthOf(last) + 1 + WidthOf(word) <= Room)
                lines[^1] = $"{last} {word}";
            else
                lines.Add(word);
        return new(lines);
    }

    /// <summary>What doesn't fit a line by itself is cut.</summary>
    private static IEnumerable<string> Pieces(string word) => WidthOf(word) <= Room ? [word] : word.Chunk(Room / 2).Select(piece => new string(piece));

    private static int WidthOf(string text) => text.Sum(letter => IsWide(letter) ? 2 : 1);

    private static bool IsWide(char letter) => letter >= '\u2e80';
}
