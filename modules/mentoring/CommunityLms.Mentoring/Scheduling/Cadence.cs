using System.ComponentModel.DataAnnotations;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;

namespace CommunityLms.Mentoring.Scheduling;

/// <summary>Meetings that come again: a first one, and every so many weeks another (P3: a visit every two weeks).</summary>
internal sealed record Cadence
{
    public const int MostTimes = 40;

    [Display(Name = "Kind")]
    public ContactKind Kind { get; set; } = ContactKind.Visit;

    [Required, StringLength(Contact.TextLength), Display(Name = "What it was about")]
    public string Topic { get; set; } = "";

    [StringLength(Contact.TextLength), Display(Name = "Place")]
    public string? Place { get; set; }

    [Required, Display(Name = "First time on")]
    public DateOnly? First { get; set; }

    [Required, Display(Name = "From")]
    public TimeOnly? From { get; set; }

    [Required, Display(Name = "Until")]
    public TimeOnly? Until { get; set; }

    /// <summary>1 for every week.</summary>
    [Range(1, 26), Display(Name = "Every so many weeks")]
    public int Weeks { get; set; } = 2;

    [Range(1, MostTimes), Display(Name = "How many times")]
    public int Times { get; set; } = 1;

    [Display(Name = "Plan it in spite of the clashes")]
    public bool DespiteClashes { get; set; }

    /// <summary>Every time of it within the contract.</summary>
    public IReadOnlyList<MeetingTime> Within(Contract contract) => First is not { } first || From is not { } from || Until is not { } until ? [] :
        [.. Enumerable.Range(0, Math.Clamp(Times, 1, MostTimes)).Select(i => new MeetingTime(first.AddDays(7 * Weeks * i), from, until)).Where(t => t.On <= contract.To)];
}
