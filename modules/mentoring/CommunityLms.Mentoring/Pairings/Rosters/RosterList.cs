using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Pairings.Rosters;

/// <summary>A column of the roster: the same words on the page, on paper and in files.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its heading (English, the key of its translations).</param>
/// <param name="Text">What stands in it.</param>
internal sealed record RosterColumn(string Name, string Title, Func<IStringLocalizer, RosterRow, string> Text)
{
    /// <summary>On a phone its title is said before the value.</summary>
    public bool Said { get; init; }
}

internal static class RosterList
{
    public static readonly RosterColumn Name = new("name", "Full name", (_, r) => r.Name);

    /// <summary>All but the name.</summary>
    public static IReadOnlyList<RosterColumn> Rest(Side side) =>
    [
        new("number", "Staff number", (_, r) => r.StaffNumber),
        new("school", "School", (_, r) => r.School),
        new("district", "District", (_, r) => r.District),
        new("subject", "Subject", (_, r) => r.Subjects),
        side == Side.Mentor ? new("others", "Trainees", (_, r) => r.Others) { Said = true } : new("others", "Mentor", (_, r) => r.Others) { Said = true },
        new("contracts", "Contracts", (texts, r) => string.Join(texts[", "], r.States.Select(s => s.Count == 1 ? Words(texts, s.State) : texts["{0}: {1}", Words(texts, s.State), s.Count].Value))),
    ];

    public static string Title(IStringLocalizer texts, Side side) => side == Side.Mentor ? texts["Roster of tutors"] : texts["Roster of trainees"];

    private static string Words(IStringLocalizer texts, ContractState state) => ContractWords.Of(texts, state, TrainingStatus.Active).Words;
}
