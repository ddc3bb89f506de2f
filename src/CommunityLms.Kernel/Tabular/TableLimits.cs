namespace CommunityLms.Kernel.Tabular;

/// <summary>How much a foreign file may ask of the server. All are checked while reading, none trusts what the file says of itself.</summary>
public sealed record TableLimits
{
    /// <summary>Limits that suit the lists of an institute.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Size of the file as uploaded, in bytes.</summary>
    public int Bytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Rows below the heading row; empty ones don't count.</summary>
    public int Rows { get; init; } = 50_000;

    /// <summary>Columns up to the last one with content.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters (UTF-16 units) in one cell; the default is Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;

    /// <summary>What the parts of a workbook that are read may unpack to, in bytes.</summary>
    public long UncompressedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Unpacked by packed size of one part. Real sheets stay below 100; a zip bomb comes to about 1000.</summary>
    public int CompressionRatio { get; init; } = 250;
}
