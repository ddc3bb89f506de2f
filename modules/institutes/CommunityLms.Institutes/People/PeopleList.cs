using CommunityLms.Kernel.Localization;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.People;

/// <summary>A column of the list of people: the same words on the page and in the file.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its heading (English, the key of its translations).</param>
/// <param name="Text">What stands in it; empty where there is nothing to say.</param>
internal sealed record PeopleColumn(string Name, string Title, Func<IStringLocalizer, PersonLine, string?> Text)
{
    public bool Sort { get; init; }

    /// <summary>It is shown only when chosen.</summary>
    public bool Off { get; init; }

    /// <summary>On a phone its title is said before the value.</summary>
    public bool Said { get; init; }
}

/// <summary>The columns of the list of people. The first is the person's name.</summary>
internal static class PeopleList
{
    public static readonly PeopleColumn Name = new("name", "Full name", (_, p) => p.Name.ToString()) { Sort = true };

    /// <summary>All but the name.</summary>
    public static readonly IReadOnlyList<PeopleColumn> Rest =
    [
        new("unit", "Works in", (_, p) => p.School is null ? p.Unit : p.School + (Languages.IsChinese ? "" : ", ") + p.Unit),
        new("subject", "Subject", (_, p) => p.Subject),
        new("grade", "Grades", (texts, p) => p.GradeBand is { } band ? texts.Grade(band) : null) { Off = true },
        new("load", "Load", (texts, p) => p.Load is { } load ? texts.Load(load) : null) { Off = true },
        new("number", "Staff number", (_, p) => p.StaffNumber) { Sort = true, Said = true },
        new("backbone", "Backbone teacher", (texts, p) => p.Level is { } level ? texts["{0}, {1}", texts.Backbone(p.Category!.Value), texts.Backbone(level)].Value : null),
        new("network", "Tutor network", (texts, p) => p.Position is { } position ? texts.Tutor(position) : null),
    ];

    /// <summary>The columns of a file: those named, in the order of the list; the usual ones where none is named.</summary>
    public static IReadOnlyList<PeopleColumn> Chosen(IReadOnlyList<string> names) => [Name, .. Rest.Where(c => names.Count == 0 ? !c.Off : names.Contains(c.Name))];
}
