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

    /// <summary>How far the sample's pair has come by then; a later shot never needs less.</summary>
    public Chapter After { get; init; }

    /// <summary>A matching was computed before.</summary>
    public bool Matched { get; init; }

    /// <summary>What leads on from the page: what is clicked, or, where it begins with a stroke, what is added to the address.</summary>
    public IReadOnlyList<string> Then { get; init; } = [];

    /// <summary>What the picture begins with; null for the top of the page.</summary>
    public string? At { get; init; }

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
        new("pairing-board-phone", "admin", "/mentoring/pairings/board") { Phone = true, At = ".lms-board" },
        new("network", "admin", "/mentoring/pairings/network") { Language = "zh-CN" },
        new("matching", "admin", "/mentoring/programmes") { Matched = true, Then = ["a.lms-row-link:has-text('城乡英语教师结对'):not(:has-text('上学期'))", "/matchings", "a.lms-row-link", "a[href*='/matchings/results/']"] },
        new("figures-dark", "admin", "/mentoring/programmes") { Scheme = ColorScheme.Dark, Then = ["a.lms-row-link:has-text('上学期')", "/figures"] },
        new("certificate", "trainee", "/mentoring/my") { Then = [".lms-section:last-of-type h2 a", "/certificate/Trainee", "form .btn-primary"] },
        new("seal-desk-zh", "school", "/mentoring/seals") { After = Chapter.Signed, Language = "zh-CN" },
        new("my-path-phone", "trainee", "/mentoring/my") { After = Chapter.UnderWay, Phone = true },
        new("monitoring", "admin", "/mentoring/monitoring") { After = Chapter.UnderWay },
        new("contract", "trainee", "/mentoring/my") { After = Chapter.UnderWay, Then = ["main h2 a"] },
        new("contract-phone-dark", "mentor", "/mentoring/my") { After = Chapter.UnderWay, Phone = true, Scheme = ColorScheme.Dark, Language = "zh-CN", Then = ["main h2 a"] },
        new("style", "admin", "/style/list"),
    ];
}
