using System.Globalization;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Temporal;

/// <summary>Reads the lexical space of xs:dayTimeDuration and xs:yearMonthDuration (DMN 1.5, 10.3.4.1). Null for anything else, a mixture of both included.</summary>
internal static class DurationText
{
    private const int MostDigits = 15;

    public static FeelValue? Read(ReadOnlySpan<char> text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        if (sign < 0)
            text = text[1..];
        if (!text.StartsWith('P') || text.Length < 3)
            return null;
        text = text[1..];
        return text.EndsWith('Y') || (text.EndsWith('M') && !text.Contains('T')) ? Months(text, sign) : Days(text, sign);
    }

    private static FeelMonthsDuration? Months(ReadOnlySpan<char> text, int sign)
    {
        var years = Part(ref text, 'Y');
        var months = Part(ref text, 'M');
        return text.IsEmpty && (years ?? months) is not null ? FeelMonthsDuration.OfMonths(sign * (((years ?? 0) * 12) + (months ?? 0))) : null;
    }

    private static FeelDaysDuration? Days(ReadOnlySpan<char> text, int sign)
    {
        var seconds = Part(ref text, 'D') * Calendar.SecondsPerDay;
        if (text.IsEmpty)
            return seconds is { } whole ? FeelDaysDuration.OfSeconds(sign * whole) : null;
        if (!text.StartsWith('T') || text.Length == 1)
            return null;
        text = text[1..];
        var time = (Part(ref text, 'H') * 3600 ?? 0) + (Part(ref text, 'M') * 60 ?? 0) + (Part(ref text, 'S', fraction: true) ?? 0);
        return text.IsEmpty ? FeelDaysDuration.OfSeconds(sign * ((seconds ?? 0) + time)) : null;
    }

    /// <summary>Takes a number and its unit off the front; null, and nothing taken, where the unit doesn't follow.</summary>
    private static decimal? Part(ref ReadOnlySpan<char> text, char unit, bool fraction = false)
    {
        var end = text.IndexOf(unit);
        if (end is < 1 or > (2 * MostDigits) + 1)
            return null;
        var number = text[..end];
        var point = number.IndexOf('.');
        if ((point >= 0 && !fraction) || !AreDigits(point < 0 ? number : number[..point]) || (point >= 0 && !AreDigits(number[(point + 1)..])))
            return null;
        text = text[(end + 1)..];
        return decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length is > 0 and <= MostDigits && !text.ContainsAnyExceptInRange('0', '9');
}
