using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What states and steps are called.</summary>
internal static class ContractWords
{
    public static (StateKind Kind, string Words) Of(IStringLocalizer texts, ContractState state, TrainingStatus training) => (state, training) switch
    {
        (_, TrainingStatus.Deferred) => (StateKind.Waiting, texts["deferred"]),
        (ContractState.Draft, _) => (StateKind.Neutral, texts["being agreed"]),
        (ContractState.Signed, _) => (StateKind.Waiting, texts["signed by both"]),
        (ContractState.Active, _) => (StateKind.News, texts["under way"]),
        (ContractState.Completed, _) => (StateKind.Done, texts["completed"]),
        _ => (StateKind.Neutral, texts["ended early"]),
    };

    public static string Of(IStringLocalizer texts, ContractStep step) => step switch
    {
        ContractStep.Goal => texts["agree on the goal"],
        ContractStep.Time => texts["agree on the time"],
        ContractStep.Theme => texts["agree on the theme"],
        ContractStep.Method => texts["agree on the method"],
        ContractStep.MentorSignature => texts["the mentor’s signature"],
        ContractStep.TraineeSignature => texts["the trainee’s signature"],
        ContractStep.SchoolSeal => texts["the school’s seal"],
        ContractStep.DistrictSeal => texts["the district’s seal"],
        ContractStep.StageReview => texts["looking back on the stage"],
        ContractStep.FinalReview => texts["looking back on the whole"],
        _ => texts["the school’s word at mid-term"],
    };

    public static string Of(IStringLocalizer texts, DecisionKind kind) => kind switch
    {
        DecisionKind.Goal => texts["Goal"],
        DecisionKind.Time => texts["Time"],
        DecisionKind.Theme => texts["Theme"],
        _ => texts["Method"],
    };

    /// <summary>Of a deferral or withdrawal, by the name it is stored under.</summary>
    public static string OfReason(IStringLocalizer texts, string reason) => reason switch
    {
        nameof(DeferralReason.Bereavement) => texts["bereavement"],
        nameof(DeferralReason.Sickness) => texts["long-term sickness"],
        nameof(DeferralReason.ParentalLeave) => texts["parental leave"],
        nameof(DeferralReason.CareerBreak) => texts["career break"],
        nameof(WithdrawalReason.LeftTeaching) => texts["left teaching"],
        nameof(WithdrawalReason.MovedSchool) => texts["moved to another school"],
        nameof(WithdrawalReason.MentorStopped) => texts["the mentor stopped mentoring"],
        nameof(WithdrawalReason.MadeRoom) => texts["made room for a replacement"],
        nameof(WithdrawalReason.NoLongerTeachesSubject) => texts["no longer teaches the subject"],
        _ => texts["another reason"],
    };
}
