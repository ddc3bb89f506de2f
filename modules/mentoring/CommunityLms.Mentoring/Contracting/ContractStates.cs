using CommunityLms.Kernel.Events;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>How far the contract itself has come; what is awaited within a state is the workflow's to say.</summary>
internal enum ContractState
{
    /// <summary>The four decisions are being made, or made anew.</summary>
    Draft,

    /// <summary>Both sides have signed; seals may be awaited.</summary>
    Signed,
    Active,
    Completed,

    /// <summary>Withdrawn or replaced before its time.</summary>
    Ended,
}

/// <summary>The institute's view of the trainee. It may disagree with the school's; both are shown.</summary>
internal enum TrainingStatus { Active, Deferred, Withdrawn }

/// <summary>The school's view of the trainee.</summary>
internal enum ParticipationStatus { Joining, Active, Leaving, Left }

internal enum DeferralReason { Bereavement, Sickness, ParentalLeave, CareerBreak, Other }

internal enum WithdrawalReason
{
    LeftTeaching,
    MovedSchool,
    MentorStopped,
    NoLongerTeachesSubject,

    /// <summary>The pair could have gone on, and made room when another was replaced.</summary>
    MadeRoom,
    Other,
}

/// <summary>What a workflow can ask of a contract. Stored and drawn by name: a name never changes.</summary>
internal enum ContractStep
{
    Goal,
    Time,
    Theme,
    Method,
    MentorSignature,
    TraineeSignature,
    SchoolSeal,
    DistrictSeal,

    /// <summary>Both sides look back on the stage.</summary>
    StageReview,

    /// <summary>The school says whether the trainee still teaches the subject (P5).</summary>
    Midterm,

    /// <summary>Both sides look back on the whole.</summary>
    FinalReview,
}

/// <summary>Two people were paired; the workflow is to begin.</summary>
internal sealed record ContractDrafted(Guid ContractId) : IIntegrationEvent;

/// <summary>The workflow waits for a step.</summary>
internal sealed record ContractStepAsked(Guid ContractId, ContractStep Step, int Number) : IIntegrationEvent;

/// <summary>A step the workflow waited for is done.</summary>
/// <param name="AskedId">The asking it answers: told twice, it is told once.</param>
/// <param name="OfAmendment">Asked for by the workflow of an amendment.</param>
internal sealed record ContractStepDone(Guid ContractId, ContractStep Step, int Number, Guid AskedId, bool OfAmendment) : IIntegrationEvent;

/// <summary>The end of a seal that was given for a time is near, and nobody has renewed it.</summary>
internal sealed record SealEnding(Guid ContractId, Guid ConfirmationId) : IIntegrationEvent;

/// <summary>The last day of a seal is over, and nobody has renewed it.</summary>
internal sealed record SealExpired(Guid ContractId, Guid ConfirmationId) : IIntegrationEvent;

/// <summary>What was signed is to be agreed anew.</summary>
/// <param name="ReopeningId">Of this one time.</param>
/// <param name="OfAmendment">Only the amendment; the contract stays under way.</param>
internal sealed record ContractReopened(Guid ContractId, Guid ReopeningId, bool OfAmendment) : IIntegrationEvent;

/// <summary>What is in force is to be changed; the workflow of amendments is to begin.</summary>
internal sealed record AmendmentBegun(Guid ContractId) : IIntegrationEvent;

/// <summary>Both sides go on with what is in force.</summary>
internal sealed record AmendmentGivenUp(Guid ContractId) : IIntegrationEvent;
