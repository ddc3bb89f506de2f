using System.Diagnostics;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>What a time is measured against: an offset from UTC, or a zone of the IANA database whose offset depends on the date (DMN 1.5, 10.3.2.3.4).</summary>
[DebuggerDisplay("{Suffix()}")]
public sealed record FeelZone
{
    internal const int LargestOffset = 14 * 3600;

    private readonly TimeZoneInfo? _rules;
    private readonly int _offset;

    private FeelZone(string? id, int offset, TimeZoneInfo? rules) => (Id, _offset, _rules) = (id, offset, rules);

    public static FeelZone Utc { get; } = new(id: null, offset: 0, rules: null);

    /// <summary>The name in the IANA database; null for a plain offset.</summary>
    public string? Id { get; }

    /// <summary>Null beyond 14 hours either way (XML Schema Part 2, dateTime).</summary>
    public static FeelZone? OfOffset(int seconds) => Math.Abs(seconds) > LargestOffset ? null : seconds == 0 ? Utc : new(id: null, seconds, rules: null);

    /// <summary>Null where the database doesn't know the name.</summary>
    public static FeelZone? OfId(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var rules) && rules.HasIanaId ? new(id, (int)rules.BaseUtcOffset.TotalSeconds, rules) : null;

    /// <summary>The offset in seconds that holds for a local time; the standard one where no date says which.</summary>
    internal int OffsetAt(decimal? localSeconds) => _rules is not null && Moment(localSeconds) is { } local ? (int)_rules.GetUtcOffset(local).TotalSeconds : _offset;

    internal int OffsetAtUtc(decimal utcSeconds) =>
        _rules is not null && Moment(utcSeconds) is { } utc ? (int)_rules.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).TotalSeconds : _offset;

    /// <summary>What stands behind the time: Z, +08:00 or @Asia/Shanghai.</summary>
    internal string Suffix()
    {
        if (Id is not null)
            return "@" + Id;
        if (_offset == 0)
            return "Z";
        var (sign, rest) = (_offset < 0 ? '-' : '+', Math.Abs(_offset));
        var minutes = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sign}{rest / 3600:00}:{rest / 60 % 60:00}");
        return rest % 60 == 0 ? minutes : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes}:{rest % 60:00}");
    }

    /// <summary>The rules know the years 1 to 9999 only.</summary>
    private static DateTime? Moment(decimal? secondsSinceEpoch) =>
        secondsSinceEpoch is > -62_135_500_000m and < 253_402_200_000m ? DateTime.UnixEpoch.AddTicks((long)(secondsSinceEpoch.Value * TimeSpan.TicksPerSecond)).ToUnspecified() : null;
}

file static class Unspecified
{
    public static DateTime ToUnspecified(this DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Unspecified);
}
