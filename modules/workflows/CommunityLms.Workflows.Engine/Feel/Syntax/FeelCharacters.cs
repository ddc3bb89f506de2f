using System.Text;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>The character classes of the grammar.</summary>
internal static class FeelCharacters
{
    /// <summary>Grammar rule 28.</summary>
    public static bool StartsName(Rune letter) => letter.Value switch
    {
        '?' or '_' => true,
        < 0x80 => Rune.IsLetter(letter),
        >= 0xC0 and <= 0x2FF => letter.Value is not (0xD7 or 0xF7),
        >= 0x370 and <= 0x1FFF => letter.Value is not (0x37E or 0x1680 or 0x180E),
        0x200C or 0x200D => true,
        >= 0x2070 and <= 0x218F => true,
        >= 0x2C00 and <= 0x2FEF => true,
        >= 0x3001 and <= 0xD7FF => true,
        >= 0xF900 and <= 0xFDCF => true,
        >= 0xFDF0 and <= 0xFFFD => letter.Value != 0xFEFF,
        >= 0x10000 and <= 0xEFFFF => true,
        _ => false,
    };

    /// <summary>Grammar rule 29.</summary>
    public static bool ContinuesName(Rune letter) =>
        StartsName(letter) || letter.Value is (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040;

    /// <summary>Grammar rules 61 and 62.</summary>
    public static bool IsSpace(char letter) => letter switch
    {
        ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u00A0' or '\u1680' or '\u180E' => true,
        (>= '\u2000' and <= '\u200B') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF' => true,
        _ => false,
    };

    /// <summary>The character at a place; a half surrogate stands for the replacement character.</summary>
    public static Rune At(string text, int position) => Rune.TryGetRuneAt(text, position, out var letter) ? letter : Rune.ReplacementChar;
}
