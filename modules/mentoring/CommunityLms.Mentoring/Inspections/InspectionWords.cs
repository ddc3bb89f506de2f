using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>What kinds and states are called.</summary>
internal static class InspectionWords
{
    public static string Of(IStringLocalizer texts, InspectionKind kind) => kind == InspectionKind.Visit ? texts["Inspection visit"] : texts["Follow-up interview"];

    public static (StateKind Kind, string Words) Of(IStringLocalizer texts, InspectionState state) => state switch
    {
        InspectionState.Planned => (StateKind.Waiting, texts["planned"]),
        InspectionState.Missed => (StateKind.Late, texts["not recorded yet"]),
        InspectionState.FollowUpDue => (StateKind.Waiting, texts["to be followed up"]),
        InspectionState.FollowUpLate => (StateKind.Late, texts["follow-up overdue"]),
        _ => (StateKind.Done, texts["done"]),
    };
}
