using Microsoft.Playwright;

namespace CommunityLms.Screenshots;

/// <summary>One picture of the documentation.</summary>
/// <param name="Name">Its file in docs/images, without the ending.</param>
/// <param name="Mailbox">Whose sample account is used, before its @.</param>
/// <param name="Path">The page.</param>
internal sealed record Shot(string Name, string Mailbox, string Path)
{
    public string Language { get; init; } = "en";

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    /// <summary>A phone of 360 pixels instead of a desktop of 1280.</summary>
    public bool Phone { get; init; }

    /// <summary>The page is a list, and the picture shows what its first row leads to.</summary>
    public bool FirstRow { get; init; }

    public static readonly IReadOnlyList<Shot> All =
    [
        new("home", "admin", "/"),
        new("home-officer", "district", "/"),
        new("home-phone", "trainee", "/") { Phone = true },
        new("people", "admin", "/institutes/people?q=science"),
        new("people-zh", "district", "/institutes/people") { Language = "zh-CN" },
        new("people-phone-dark", "school", "/institutes/people") { Phone = true, Scheme = ColorScheme.Dark, Language = "zh-CN" },
        new("person", "admin", "/institutes/people?position=GroupLeader") { FirstRow = true },
        new("organisation-dark", "admin", "/institutes/units") { Scheme = ColorScheme.Dark },
        new("grants", "admin", "/institutes/grants"),
        new("import", "admin", "/imports/people"),
        new("seal", "district", "/institutes/seals") { FirstRow = true },
        new("drawing", "admin", "/workflows/definitions") { FirstRow = true },
        new("case", "admin", "/workflows/cases") { FirstRow = true },
        new("task-phone", "school", "/workflows/tasks") { FirstRow = true, Phone = true, Language = "zh-CN" },
        new("style", "admin", "/style/list"),
    ];
}
