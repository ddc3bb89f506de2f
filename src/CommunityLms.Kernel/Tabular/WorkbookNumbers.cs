using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Shows a stored number as the sheet shows it, as far as its meaning goes: dates, times, leading zeros, no exponents.</summary>
internal sealed class WorkbookNumbers
{
    private const double Last15Digits = 1e15;
    private const double DaysTo1904 = 1462;
    private const double LastDay = 2_958_466; // 10000-01-01
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("yYmMdDhHsS");
    private static readonly Regex NotLetters = new("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """.Trim(), RegexOptions.NonBacktracking);
    private static readonly Regex RunningTime = new(@"\[(h+|m+|s+)\]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    private readonly List<Look> _looks;
    private readonly bool _from1904;

    private WorkbookNumbers(List<Look> looks, bool from1904) => (_looks, _from1904) = (looks, from1904);

    private enum Kind { Plain, Date, RunningTime, Padded }

    /// <summary>Reads the cell formats of the styles part and closes it; without one every number is plain.</summary>
    public static WorkbookNumbers Read(XmlReader? styles, bool from1904)
    {
        using var xml = styles;
        var codes = new Dictionary<string, string>();
        var looks = new List<Look>();
        var (inCodes, inCells) = (false, false);
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "numFmts")
                inCodes = xml.IsStartOf("numFmts") && !xml.IsEmptyElement;
            else if (xml.LocalName == "cellXfs")
                inCells = xml.IsStartOf("cellXfs") && !xml.IsEmptyElement;
            else if (inCodes && xml.IsStartOf("numFmt"))
                codes[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && xml.IsStartOf("xf"))
                looks.Add(Of(xml.GetAttribute("numFmtId") ?? "", codes));
        }
        return new(looks, from1904);
    }

    public string AsSeen(string stored, string? style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return stored;
        var look = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _looks.Count ? _looks[index] : default;
        return look.Kind switch
        {
            Kind.Date when number >= 0 && number + DaysTo1904 < LastDay => Date(number),
            Kind.RunningTime when number >= 0 && number < LastDay => $"{(int)Math.Round(number * 1440) / 60}:{(int)Math.Round(number * 1440) % 60:00}",
            Kind.Padded when number >= 0 && number < Last15Digits && number == Math.Floor(number) => ((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(look.Digits, '0'),
            // Excel keeps 15 digits. A longer number with an exponent has lost its end, and the exponent is the only sign left of it.
            _ when Math.Abs(number) >= Last15Digits || stored.AsSpan().IndexOfAny('E', 'e', '.') < 0 => stored,
            _ => ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture),
        };
    }

    private string Date(double serial)
    {
        if (serial < 1)
            return TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Min(Math.Round(serial * 86400), 86399))).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        // Excel believes in 29 February 1900: days before it are one off.
        var days = _from1904 ? serial + DaysTo1904 : serial < 60 ? serial + 1 : serial;
        var at = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(days * 86400));
        return at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static Look Of(string id, Dictionary<string, string> codes)
    {
        if (!codes.TryGetValue(id, out var code))
            // Built in: 14-22 and 45-47 everywhere, 27-36 and 50-58 in East Asian editions.
            return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                ? new(known switch { 46 => Kind.RunningTime, (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => Kind.Date, _ => Kind.Plain }, 0)
                : default;
        if (RunningTime.IsMatch(code))
            return new(Kind.RunningTime, 0);
        if (code.Length > 1 && code.All(c => c == '0'))
            return new(Kind.Padded, code.Length);
        var letters = NotLetters.Replace(code, "");
        return new(letters.AsSpan().ContainsAny(TimeLetters) && !letters.Contains("General", StringComparison.OrdinalIgnoreCase) ? Kind.Date : Kind.Plain, 0);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Look(Kind Kind, int Digits);
}
