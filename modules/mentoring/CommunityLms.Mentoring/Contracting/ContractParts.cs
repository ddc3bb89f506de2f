using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>A side of the contract as it is paired.</summary>
/// <param name="SchoolId">The school where they teach the subject.</param>
/// <param name="DistrictId">Where the school lies; null where it doesn't matter.</param>
internal sealed record Party(Guid PersonId, Guid SchoolId, Guid? DistrictId = null)
{
    public Workplace Workplace => new(SchoolId, DistrictId);
}

/// <summary>One version of one of the four decisions.</summary>
internal sealed class Decision : Entity, IMultiTenant
{
    public const int TextLength = 4000;

    private Decision() { }

    internal Decision(Guid contractId, DecisionKind kind, int version, int amendment, Side by, string text, IReadOnlyList<StageGoal> goals, DateTime at)
    {
        if (text.Trim() is not { Length: > 0 and <= TextLength } written)
            throw new RuleBroken(ContractRules.TextFits, TextLength);
        (ContractId, Kind, Version, Amendment, By, Text, ProposedAt) = (contractId, kind, version, amendment, by, written, at);
        Goals = JsonSerializer.Serialize(goals);
        Agree(by, at);
    }

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    public DecisionKind Kind { get; private set; }

    /// <summary>From 1, counted for each kind.</summary>
    public int Version { get; private set; }

    /// <summary>The text it was proposed for: 0 for the first, then one for each amendment.</summary>
    public int Amendment { get; private set; }

    public Side By { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The stage goals of a goal, as JSON; an empty list for the others.</summary>
    public string Goals { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    public DateTime? MentorAgreedAt { get; private set; }

    public DateTime? TraineeAgreedAt { get; private set; }

    /// <summary>When the amendment it belonged to was given up; it stays to be read.</summary>
    public DateTime? DroppedAt { get; private set; }

    public bool IsAgreed => MentorAgreedAt is not null && TraineeAgreedAt is not null;

    public IReadOnlyList<StageGoal> ReadGoals() => JsonSerializer.Deserialize<List<StageGoal>>(Goals)!;

    internal void Agree(Side by, DateTime at)
    {
        if (by == Side.Mentor)
            MentorAgreedAt ??= at;
        else
            TraineeAgreedAt ??= at;
    }

    internal void ForgetAgreement() => (MentorAgreedAt, TraineeAgreedAt) = (null, null);

    internal void Drop(DateTime at) => DroppedAt = at;
}

/// <summary>What is to be reached in a stage, and by what one will see it.</summary>
internal sealed record StageGoal(int Stage, string Goal, string Measure);

internal enum DecisionKind { Goal, Time, Theme, Method }

/// <summary>Who signs or seals, as records name them.</summary>
/// <param name="SealId">The seal; null for a signature.</param>
/// <param name="SealName">The words of the seal.</param>
internal sealed record Signer(Guid PersonId, string Name, Guid? SealId = null, string? SealName = null);

/// <summary>A signature, a seal, a school's word at mid-term, or an office's refusal: declared once, voided perhaps, never deleted.</summary>
internal sealed class Confirmation : Entity, IMultiTenant
{
    private Confirmation() { }

    internal Confirmation(Guid contractId, ContractStep step, int amendment, string hash, Signer signer, DateTime at)
    {
        (ContractId, Step, Amendment, Hash, At) = (contractId, step, amendment, hash, at);
        (PersonId, Who, SealId, SealName) = (signer.PersonId, signer.Name, signer.SealId, signer.SealName);
    }

    internal static Confirmation Refusal(Guid contractId, ContractStep step, int amendment, string reason, Signer keeper, DateTime at) =>
        new(contractId, step, amendment, "", keeper, at) { Refused = reason };

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    public ContractStep Step { get; private set; }

    /// <summary>The text it belongs to: 0 for the first, then one for each amendment.</summary>
    public int Amendment { get; private set; }

    /// <summary>Of the text that was confirmed.</summary>
    public string Hash { get; private set; } = "";

    public Guid PersonId { get; private set; }

    public string Who { get; private set; } = "";

    public Guid? SealId { get; private set; }

    public string? SealName { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Why the office sent it back; null for what was given.</summary>
    public string? Refused { get; private init; }

    /// <summary>When and why whoever gave it took it back; both or neither.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? Withdrawn { get; private set; }

    /// <summary>The last day on which a seal counts; null where it holds as long as the contract.</summary>
    public DateOnly? ValidUntil { get; internal init; }

    /// <summary>When it was written down that its last day is over; null before.</summary>
    public DateTime? ExpiredAt { get; private set; }

    /// <summary>When those concerned were first told that it ends; null while they weren't.</summary>
    public DateTime? ToldAt { get; private set; }

    public bool IsSignature => Step is ContractStep.MentorSignature or ContractStep.TraineeSignature;

    /// <summary>Whether it was given for this text, and neither taken back nor over.</summary>
    public bool Counts(int amendment) => Amendment == amendment && Refused is null && WithdrawnAt is null && ExpiredAt is null;

    public bool IsOver(DateOnly today) => ExpiredAt is not null || ValidUntil < today;

    /// <summary>Its end is near: 30 days before, or half-way where it was given for less than 60.</summary>
    internal bool IsToBeTold(DateOnly today) => ToldAt is null && ValidUntil is { } last
        && today >= last.AddDays(-Math.Clamp((last.DayNumber - DateOnly.FromDateTime(At).DayNumber) / 2, 0, SealInfo.WarnedBefore));

    internal void Tell(DateTime at) => ToldAt ??= at;

    internal void Expire(DateTime at) => ExpiredAt = at;

    internal void Withdraw(string reason, DateTime at) => (WithdrawnAt, Withdrawn) = (at, reason);
}

/// <summary>A stage of the programme as this pair goes through it.</summary>
internal sealed class ContractStage : Entity, IMultiTenant
{
    public const int ReviewLength = 4000;

    private ContractStage() { }

    internal ContractStage(Guid contractId, ProgrammeStage stage) => (ContractId, Number, Name, From, To) = (contractId, stage.Number, stage.Name, stage.From, stage.To);

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public string? MentorReview { get; private set; }

    public string? TraineeReview { get; private set; }

    /// <summary>When both had looked back.</summary>
    public DateTime? ClosedAt { get; private set; }

    internal bool Open(DateTime at)
    {
        if (OpenedAt is not null)
            return false;
        OpenedAt = at;
        return true;
    }

    internal void Review(Side by, string review, DateTime at)
    {
        if (OpenedAt is null || ClosedAt is not null)
            throw new RuleBroken(ContractRules.StageIsNotOpen, Name);
        if (review.Trim() is not { Length: > 0 and <= ReviewLength } written)
            throw new RuleBroken(ContractRules.TextFits, ReviewLength);
        (MentorReview, TraineeReview) = by == Side.Mentor ? (written, TraineeReview) : (MentorReview, written);
        if (MentorReview is not null && TraineeReview is not null)
            ClosedAt = at;
    }
}

/// <summary>Something the workflow asked for; waited for until it is done or asked anew.</summary>
internal sealed class AskedStep : Entity, IMultiTenant
{
    private AskedStep() { }

    internal AskedStep(Guid askingId, Guid contractId, ContractStep step, int number, AskedBy by, DateTime since) => (Id, ContractId, Step, Number, By, Since) = (askingId, contractId, step, number, by, since);

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    public ContractStep Step { get; private set; }

    /// <summary>The stage, for steps of a stage; else 0.</summary>
    public int Number { get; private set; }

    public AskedBy By { get; private set; }

    public DateTime Since { get; private set; }

    /// <summary>When it was done, or the text it belonged to was opened again; null while it is waited for.</summary>
    public DateTime? EndedAt { get; private set; }

    internal bool IsAwaited(ContractStep step, int number) => EndedAt is null && Step == step && Number == number;

    internal void End(DateTime at) => EndedAt = at;
}

/// <summary>Who waits for a step, and is told when it is done.</summary>
internal enum AskedBy
{
    /// <summary>The workflow of the contract.</summary>
    Workflow,

    /// <summary>The workflow of an amendment while the contract is under way.</summary>
    Amendment,

    /// <summary>Nobody but the office itself: its seal was taken back, or ends or is over, and may be given anew.</summary>
    Office,
}
