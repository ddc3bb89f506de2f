using System.Globalization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Localization;

/// <summary>Days and moments as people say them, in the institute's time zone and the reader's language.</summary>
public sealed class Dates(IStringLocalizer<ShellTexts> texts, TimeProvider clock) : ISingletonDependency
{
    private readonly Ambient<TimeZoneInfo> _zone = new();

    /// <summary>The zone in which the reader is told times.</summary>
    public TimeZoneInfo Zone => _zone.Value ?? TimeZoneInfo.Local;

    /// <summary>"Tue 3 March", with the year where it isn't this one.</summary>
    public string Say(DateOnly day) => day.Year == Today.Year ? Written(day, texts["ddd d MMMM"]) : Exactly(day);

    /// <summary>"3 March 2026": in full, for records.</summary>
    public string Exactly(DateOnly day) => Written(day, texts["d MMMM yyyy"]);

    /// <summary>"Today, 09:12", "Tue 3 March, 09:12".</summary>
    public string Say(DateTime utc)
    {
        var (day, time) = Local(utc);
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => texts["Today, {0}", time],
            1 => texts["Yesterday, {0}", time],
            _ => texts["{0}, {1}", Say(day), time],
        };
    }

    /// <summary>"3 March 2026, 09:12:07", with the zone.</summary>
    /// <summary>The day of a moment, as papers have it.</summary>
    public string ExactDay(DateTime utc) => Exactly(Local(utc).Day);

    public string Exactly(DateTime utc) => texts["{0}, {1}", Exactly(Local(utc).Day), $"{ToZone(utc):HH:mm:ss zzz}"];

    /// <summary>"2019 to 2024", "since 2021".</summary>
    public string Span(DateOnly from, DateOnly? to) => to is { } last ? texts["{0} to {1}", Exactly(from), Exactly(last)] : texts["since {0}", Exactly(from)];

    /// <summary>When the day begins in the reader's zone, in UTC.</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    internal IDisposable In(TimeZoneInfo zone) => _zone.Change(zone);

    /// <summary>The pattern is a text like any other, so that a translation can order the parts.</summary>
    private static string Written(DateOnly day, string pattern) => day.ToString(pattern, CultureInfo.CurrentCulture);

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    private (DateOnly Day, string Time) Local(DateTime utc) => (DateOnly.FromDateTime(ToZone(utc).DateTime), $"{ToZone(utc):HH:mm}");

    private DateTimeOffset ToZone(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), Zone);
}

/// <summary>Sets the zone for the rest of the request.</summary>
internal sealed class ReaderZoneMiddleware(RequestDelegate next, Dates dates)
{
    public async Task Invoke(HttpContext context, ISettings settings)
    {
        using var _ = dates.In(TimeZoneInfo.FindSystemTimeZoneById(await settings.Get(ShellSettings.TimeZone, context.RequestAborted)));
        await next(context);
    }
}
