using CommunityLms.Institutes.Contracts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.People;

/// <summary>How a person's work and honours are spoken of.</summary>
internal static class PersonWords
{
    public static string Grade(this IStringLocalizer texts, GradeBand band) => texts[band switch
    {
        GradeBand.LowerPrimary => "grades 1 to 2",
        GradeBand.MiddlePrimary => "grades 3 to 4",
        GradeBand.UpperPrimary => "grades 5 to 6",
        GradeBand.JuniorSecondary => "grades 7 to 9",
        _ => "grades 10 to 12",
    }];

    public static string Load(this IStringLocalizer texts, EmploymentLoad load) => texts[load == EmploymentLoad.FullTime ? "full time" : "part time"];

    public static string Backbone(this IStringLocalizer texts, BackboneLevel level) => texts[level switch
    {
        BackboneLevel.Province => "province level",
        BackboneLevel.City => "city level",
        _ => "county level",
    }];

    public static string Backbone(this IStringLocalizer texts, BackboneCategory category) => texts[category switch
    {
        BackboneCategory.TeachingExpert => "teaching expert",
        BackboneCategory.SubjectLeader => "subject leader",
        _ => "key teacher",
    }];

    public static string Tutor(this IStringLocalizer texts, TutorPosition position) => texts[position switch
    {
        TutorPosition.Section => "subject section",
        TutorPosition.GroupLeader => "tutor-group leader",
        _ => "tutor",
    }];

    public static string Gender(this IStringLocalizer texts, Gender gender) => texts[gender == People.Gender.Female ? "female" : "male"];

    /// <summary>The values of an enum to choose from, in words.</summary>
    public static IReadOnlyList<SelectListItem> Choices<T>(Func<T, string> words) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new SelectListItem(words(v), v.ToString()))];
}
