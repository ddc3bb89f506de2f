using CommunityLms.Institutes.Contracts;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.Organisation;

/// <summary>How units are spoken of.</summary>
internal static class UnitWords
{
    /// <summary>What a unit is, with its setting where it has one of its own: "village school"; a department of the institute itself is a section.</summary>
    public static string What(this IStringLocalizer texts, UnitInfo unit, OrganisationTree tree) => texts[(unit.Kind, unit.Setting) switch
    {
        (UnitKind.Department, _) => unit.ParentId == tree.Root?.Id ? "section" : "department",
        (var kind, null) => kind.ToString().ToLowerInvariant(),
        (var kind, { } setting) => $"{setting} {kind}".ToLowerInvariant(),
    }];

    public static string People(this IStringLocalizer texts, int count) => count == 1 ? texts["1 person"] : texts["{0} people", count];

    public static string Units(this IStringLocalizer texts, int count) => count == 1 ? texts["1 unit"] : texts["{0} units", count];
}
