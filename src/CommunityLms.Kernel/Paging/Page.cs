namespace CommunityLms.Kernel.Paging;

/// <summary>A part of a long list, asked for by the key of the row it follows, so that page 500 costs what page 1 does.</summary>
/// <param name="After">The cursor of the last row seen; null for the first page.</param>
/// <param name="Size">Rows a page, 1 to 200.</param>
public sealed record PageRequest(string? After = null, int Size = 25)
{
    public int Size { get; } = Math.Clamp(Size, 1, 200);
}

/// <summary>One page of a list.</summary>
/// <param name="Next">The cursor for the next page; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
