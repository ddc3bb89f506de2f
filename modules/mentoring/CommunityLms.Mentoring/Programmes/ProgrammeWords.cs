using CommunityLms.Institutes.Contracts;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>What forms of pairing, kinds of activities and levels are called.</summary>
internal static class ProgrammeWords
{
    /// <summary>The forms one by one, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<PairingForms> Forms = [PairingForms.Districts, PairingForms.Schools, PairingForms.Departments, PairingForms.OneDistrict, PairingForms.OneSchool];

    public static string Of(IStringLocalizer texts, PairingForms form) => form switch
    {
        PairingForms.Districts => texts["District with district"],
        PairingForms.Schools => texts["School with school"],
        PairingForms.Departments => texts["Department with department"],
        PairingForms.OneDistrict => texts["Within one district"],
        _ => texts["Teachers of one school"],
    };

    public static string Of(IStringLocalizer texts, ActivityKind kind) => kind switch
    {
        ActivityKind.LessonHeard => texts["lesson heard"],
        ActivityKind.LessonShown => texts["lesson shown to others"],
        ActivityKind.Paper => texts["paper"],
        ActivityKind.Book => texts["book recommended"],
        ActivityKind.ReadingNotes => texts["reading notes"],
        ActivityKind.Research => texts["small-scale research"],
        ActivityKind.Visit => texts["visit to the other school"],
        _ => texts["something else"],
    };

    public static string Of(IStringLocalizer texts, BackboneLevel level) => level switch
    {
        BackboneLevel.Province => texts["province level"],
        BackboneLevel.City => texts["city level"],
        _ => texts["county level"],
    };
}
