using CommunityLms.Kernel.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>A column of the list of pairings: the same words on the page and in the file.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its heading (English, the key of its translations).</param>
/// <param name="Text">What stands in it; empty where there is nothing to say.</param>
internal sealed record PairingListColumn(string Name, string Title, Func<IStringLocalizer, Dates, PairingRow, string?> Text)
{
    /// <summary>It is shown only when chosen.</summary>
    public bool Off { get; init; }

    /// <summary>On a phone its title is said before the value.</summary>
    public bool Said { get; init; }
}

/// <summary>The columns of the list of pairings. The first is the unit that is helped.</summary>
internal static class PairingList
{
    public static readonly PairingListColumn Helped = new("helped", "Unit that is helped", (_, _, p) => p.Helped);

    public static readonly IReadOnlyList<PairingListColumn> Rest =
    [
        new("helped-in", "Where it is", (_, _, p) => p.HelpedPlace) { Off = true },
        new("helping", "Unit that helps", (texts, _, p) => PairingWords.Helping(texts, p.Helping, p.IsOwnCentre)) { Said = true },
        new("helping-in", "Where the helper is", (_, _, p) => p.HelpingPlace) { Off = true },
        new("level", "Level", (texts, _, p) => PairingWords.Of(texts, p.Level)),
        new("subject", "Subject", (texts, _, p) => p.Subject?.ToString() ?? texts["All subjects"]),
        new("time", "Time", (_, dates, p) => dates.Span(p.From, p.To)) { Off = true },
        new("programme", "Programme", (_, _, p) => p.Programme) { Off = true },
        new("state", "State", (texts, _, p) => PairingWords.Of(texts, p.State).Words),
    ];

    /// <summary>The columns of a file: those named, in the order of the list; the usual ones where none is named.</summary>
    public static IReadOnlyList<PairingListColumn> Chosen(IReadOnlyList<string> names) => [Helped, .. Rest.Where(c => names.Count == 0 ? !c.Off : names.Contains(c.Name))];
}
