using System.Text;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Finds the encoding of a text file: by its byte order mark, else UTF-8 if all of it fits, else GB18030 (Chinese Excel's CSV).</summary>
internal static class TextEncoding
{
    // So many characters of several bytes don't turn out as UTF-8 by chance: such a file is UTF-8 with a fault, not GB18030.
    private const int ProofOfUtf8 = 8;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding[] Marked = [Utf8, new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)];

    /// <exception cref="TableRefused">The bytes are no text in these encodings; with the row of the first fault.</exception>
    public static Encoding Of(byte[] bytes)
    {
        if (Array.Find(Marked, encoding => bytes.AsSpan().StartsWith(encoding.Preamble)) is { } marked)
            return Fault(bytes, marked) is { } fault ? throw Unreadable(bytes, fault, marked) : marked;
        if (bytes.Contains((byte)0))
            throw new TableRefused(TableProblem.NotATable);
        if (Fault(bytes, Utf8) is not { } notUtf8)
            return Utf8;
        var leadBytes = bytes.AsSpan(0, notUtf8).ToArray().Count(b => b >= 0xC2);
        if (leadBytes >= ProofOfUtf8)
            throw Unreadable(bytes, notUtf8, Utf8);
        return Fault(bytes, Gb18030) is { } notChinese ? throw Unreadable(bytes, Math.Max(notUtf8, notChinese), Utf8) : Gb18030;
    }

    /// <summary>Where the first byte stands that isn't text in this encoding.</summary>
    private static int? Fault(byte[] bytes, Encoding encoding)
    {
        try
        {
            encoding.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException fault)
        {
            return Math.Clamp(fault.Index, 0, bytes.Length);
        }
    }

    private static TableRefused Unreadable(byte[] bytes, int fault, Encoding encoding)
    {
        // A row ends at a line break outside quotation marks; both are the same single bytes in UTF-8 and GB18030.
        var lenient = encoding is UnicodeEncoding ? Encoding.GetEncoding(encoding.CodePage) : Encoding.Latin1;
        var (row, inside) = (1, false);
        foreach (var c in lenient.GetString(bytes, 0, fault))
        {
            if (c == '"')
                inside = !inside;
            else if (c == '\n' && !inside)
                row++;
        }
        return new(TableProblem.UnknownEncoding, row);
    }
}
