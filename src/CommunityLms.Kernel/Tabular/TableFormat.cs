namespace CommunityLms.Kernel.Tabular;

/// <summary>The two kinds of table files people bring and take away.</summary>
public enum TableFormat
{
    /// <summary>Text with separators (RFC 4180); also with semicolons or tabs, as Excel saves it in other countries.</summary>
    Csv,

    /// <summary>An Excel workbook (ISO/IEC 29500, transitional or strict).</summary>
    Xlsx,
}

/// <summary>How a browser is told about each format.</summary>
public static class TableFormatFacts
{
    /// <summary>The media type of a download.</summary>
    public static string MediaType(this TableFormat format) => format is TableFormat.Csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file name's extension, with its dot.</summary>
    public static string Extension(this TableFormat format) => format is TableFormat.Csv ? ".csv" : ".xlsx";
}
