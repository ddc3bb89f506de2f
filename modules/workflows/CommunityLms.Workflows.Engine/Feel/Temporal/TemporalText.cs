using System.Globalization;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Temporal;

/// <summary>Reads the strings of dates and times: the lexical space of XML Schema, and ISO 8601 local times followed by @ and a zone (DMN 1.5, 10.3.4.1). Null for anything else.</summary>
internal static class TemporalText
{
    private const int LongestFraction = 20;

    /// <summary>The string of an at literal, grammar rule 65.</summary>
    public static FeelValue? Any(string text) => (FeelValue?)Date(text) ?? (FeelValue?)DateAndTime(text) ?? (FeelValue?)Time(text) ?? DurationText.Read(text);

    public static FeelDate? Date(ReadOnlySpan<char> text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        if (sign < 0)
            text = text[1..];
        var digits = text.IndexOf('-');
        // Four digits at least; more of them only where they are needed.
        if (digits is < 4 or > 9 || (digits > 4 && text[0] == '0') || text.Length != digits + 6 || text[digits + 3] != '-')
            return null;
        return Number(text[..digits]) is { } year && Number(text.Slice(digits + 1, 2)) is { } month && Number(text.Slice(digits + 4, 2)) is { } day
            ? FeelDate.Of(sign * year, month, day)
            : null;
    }

    public static FeelTime? Time(ReadOnlySpan<char> text) => ReadTime(text, out _);

    /// <summary>A date alone is midnight of it, local or, with an offset, there.</summary>
    public static FeelDateTime? DateAndTime(ReadOnlySpan<char> text)
    {
        var separator = text.IndexOf('T');
        if (separator < 0)
            return DateWithZone(text);
        if (Date(text[..separator]) is not { } date || ReadTime(text[(separator + 1)..], out var endOfDay) is not { } time)
            return null;
        if (!endOfDay)
            return new(date, time);
        return FeelDate.OfDayNumber(date.DayNumber + 1) is { } next ? new(next, new FeelTime(0, time.Zone)) : null;
    }

    /// <summary>The whole number that these digits are; null for anything but digits.</summary>
    public static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FeelDateTime? DateWithZone(ReadOnlySpan<char> text)
    {
        if (Date(text) is { } local)
            return new(local, new FeelTime(0, zone: null));
        var zoneAt = text.IndexOfAny("Zz+@");
        // An offset to the west begins with the fourth hyphen of a date after the year's sign.
        if (zoneAt < 0)
            zoneAt = text.LastIndexOf('-');
        return zoneAt > 0 && Date(text[..zoneAt]) is { } date && Zone(text[zoneAt..]) is { } zone ? new(date, new FeelTime(0, zone)) : null;
    }

    /// <param name="endOfDay">The text is 24:00:00, which XML Schema allows for the first moment of the next day.</param>
    private static FeelTime? ReadTime(ReadOnlySpan<char> text, out bool endOfDay)
    {
        endOfDay = false;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':')
            return null;
        if (Number(text[..2]) is not { } hour || Number(text.Slice(3, 2)) is not { } minute || Number(text.Slice(6, 2)) is not { } second)
            return null;
        var rest = text[8..];
        if (Fraction(ref rest) is not { } fraction)
            return null;
        endOfDay = hour == 24 && minute == 0 && second == 0 && fraction == 0;
        if ((hour > 23 && !endOfDay) || minute > 59 || second > 59)
            return null;
        var zone = rest.IsEmpty ? null : Zone(rest);
        var seconds = endOfDay ? 0 : (hour * 3600) + (minute * 60) + second + fraction;
        if (rest.IsEmpty || zone is not null)
            return new(seconds, zone);
        endOfDay = false;
        return null;
    }

    private static decimal? Fraction(ref ReadOnlySpan<char> text)
    {
        if (!text.StartsWith('.'))
            return 0;
        var end = 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var digits = text[..end];
        text = text[end..];
        return end is > 1 and <= LongestFraction && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction) ? fraction : null;
    }

    /// <summary>Z, +hh:mm, or @ and a name of the IANA database.</summary>
    private static FeelZone? Zone(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return FeelZone.Utc;
        if (text.StartsWith('@'))
            return FeelZone.OfId(text[1..].ToString());
        if (text.Length is not (6 or 9) || text[0] is not ('+' or '-') || text[3] != ':' || (text.Length == 9 && text[6] != ':'))
            return null;
        var seconds = text.Length == 9 ? Number(text[7..]) : 0;
        return Number(text.Slice(1, 2)) is { } hours && Number(text.Slice(4, 2)) is { } minutes and < 60 && seconds is { } rest and < 60
            ? FeelZone.OfOffset((text[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60) + rest))
            : null;
    }
}
