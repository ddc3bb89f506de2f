namespace CommunityLms.Mentoring.Contracting;

internal sealed partial class Contract
{
    /// <summary>Why the school sees the trainee so; null where it has said nothing of its own.</summary>
    public string? ParticipationReason { get; private set; }

    public DateOnly? ParticipationSince { get; private set; }

    /// <summary>Whether institute and school see the trainee differently: it goes on for one of them and not for the other.</summary>
    public bool StatusesDisagree => Disagree(State, Training, Participation);

    public static bool Disagree(ContractState state, TrainingStatus training, ParticipationStatus participation) => state is not (ContractState.Completed or ContractState.Ended)
        && (training == TrainingStatus.Deferred) == (participation is ParticipationStatus.Joining or ParticipationStatus.Active);

    /// <summary>The school says how the trainee takes part; the institute's own status stays as it is.</summary>
    /// <exception cref="Kernel.Domain.RuleBroken">The contract is over, or the reason is missing.</exception>
    public void Participate(ParticipationStatus status, string reason, DateOnly on)
    {
        Ensure(State is not (ContractState.Completed or ContractState.Ended), ContractRules.IsOver);
        Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        (Participation, ParticipationReason, ParticipationSince) = (status, reason.Trim(), on);
    }
}
