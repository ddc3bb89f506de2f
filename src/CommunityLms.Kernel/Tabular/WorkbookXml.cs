using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Small words for reading and writing SpreadsheetML; local names only, because strict workbooks use other namespaces.</summary>
internal static class WorkbookXml
{
    // Characters XML can't hold are written _x0007_, and a text that looks like that has its underscore written so.
    private static readonly Regex Escaped = new("_x[0-9A-Fa-f]{4}_", RegexOptions.NonBacktracking);

    public static bool IsStartOf(this XmlReader xml, string name) => xml.NodeType is XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEndOf(this XmlReader xml, string name) => xml.NodeType is XmlNodeType.EndElement && xml.LocalName == name;

    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped.Replace(text, code => ToChar(code.Value))
        : text;

    /// <summary>Text as it stands between tags; halves of surrogate pairs become the replacement character.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in Escaped.Replace(text, code => "_x005F" + code.Value).EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\n' or '\t' => escaped.Append((char)rune.Value),
                < 0x20 or 0xFFFE or 0xFFFF => escaped.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_"),
                _ => escaped.Append(rune),
            };
        return escaped.ToString();
    }

    private static string ToChar(string code) => (char)Convert.ToInt32(code[2..6], 16) is var c && (c == 0 || char.IsSurrogate(c)) ? "" : c.ToString();
}

/// <summary>
/// Reads the text of a string item, inline string or value, without the reading aids of East Asian texts.
/// Stops collecting one character beyond the limit, so that a huge text is noticed without being held.
/// </summary>
internal sealed class CellText(int limit)
{
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[1024];

    /// <summary>The text inside the element the reader stands on; afterwards it stands on the element's end.</summary>
    public string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        _text.Clear();
        var depth = xml.Depth;
        var (counts, phonetic) = (xml.LocalName == "v", false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                if (xml.LocalName == "rPh")
                    phonetic = xml.IsStartOf("rPh") && !xml.IsEmptyElement;
                counts = xml.IsStartOf("t") && !xml.IsEmptyElement && !phonetic;
            }
            else if (counts && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (int read; (read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0;)
                    _text.Append(_buffer, 0, Math.Clamp(limit + 1 - _text.Length, 0, read));
            }
        }
        return _text.ToString();
    }
}
