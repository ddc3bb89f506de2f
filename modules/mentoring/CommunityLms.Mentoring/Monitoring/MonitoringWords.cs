using CommunityLms.Mentoring.Contracting;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>What concerns and statuses are called.</summary>
internal static class MonitoringWords
{
    public static string Of(IStringLocalizer texts, Concern concern) => concern switch
    {
        Concern.Overdue => texts["overdue"],
        Concern.Silent => texts["silent"],
        Concern.AtRisk => texts["at risk"],
        Concern.Deferred => texts["deferred"],
        _ => texts["statuses disagree"],
    };

    public static string Of(IStringLocalizer texts, TrainingStatus status) => status switch
    {
        TrainingStatus.Active => texts["in training"],
        TrainingStatus.Deferred => texts["deferred"],
        _ => texts["withdrawn"],
    };

    public static string Of(IStringLocalizer texts, ParticipationStatus status) => status switch
    {
        ParticipationStatus.Joining => texts["joining"],
        ParticipationStatus.Active => texts["taking part"],
        ParticipationStatus.Leaving => texts["leaving"],
        _ => texts["left"],
    };
}
