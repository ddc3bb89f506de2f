using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>
/// The contract of a mentor and a trainee: four decisions (goal, time, theme, method; P6) that both agree to, signed, sealed, carried through in
/// stages. What comes when is the workflow's: it asks for a step (<see cref="Ask"/>), people do it here, the workflow hears of it and goes on.
/// </summary>
internal sealed partial class Contract : Aggregate
{
    private readonly List<Decision> _decisions = [];
    private readonly List<Remark> _remarks = [];
    private readonly List<Confirmation> _confirmations = [];
    private readonly List<ContractStage> _stages = [];
    private readonly List<AskedStep> _asked = [];

    private Contract() { }

    /// <exception cref="RuleBroken">The programme isn't open, doesn't have the subject, or the two may not be paired.</exception>
    public Contract(Programme programme, Party mentor, Party trainee, Guid subjectId)
    {
        programme.EnsureOpen();
        Ensure(mentor.PersonId != trainee.PersonId, ContractRules.NotOneself);
        Ensure(programme.Subjects.Any(s => s.SubjectId == subjectId), ContractRules.SubjectOfProgramme);
        if (programme.Excludes(mentor.Workplace, trainee.Workplace) is { } excluded)
            throw new RuleBroken(excluded);
        (ProgrammeId, SubjectId, From, To, WorkflowKey) = (programme.Id, subjectId, programme.From, programme.To, programme.WorkflowKey);
        Terms = programme.Terms;
        (MentorId, MentorSchoolId) = (mentor.PersonId, mentor.SchoolId);
        (TraineeId, TraineeSchoolId) = (trainee.PersonId, trainee.SchoolId);
        _stages.AddRange(programme.Stages.Select(s => new ContractStage(Id, s)));
        Raise(new ContractDrafted(Id));
    }

    public Guid ProgrammeId { get; private set; }

    public Guid SubjectId { get; private set; }

    public Guid MentorId { get; private set; }

    public Guid MentorSchoolId { get; private set; }

    public Guid TraineeId { get; private set; }

    /// <summary>Where the trainee teaches: whose seal the contract gets, and who sees it.</summary>
    public Guid TraineeSchoolId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>The case it follows; null until that has begun.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The short name of the workflow it follows.</summary>
    public string WorkflowKey { get; private set; } = "";

    /// <summary>What the programme's contracts said beside the four decisions when it was drawn up; null where they said nothing.</summary>
    public string? Terms { get; private set; }

    public ContractState State { get; private set; }

    public TrainingStatus Training { get; private set; }

    public ParticipationStatus Participation { get; private set; }

    /// <summary>Why and since when it is deferred or withdrawn; both or neither.</summary>
    public string? StatusReason { get; private set; }

    public DateOnly? StatusSince { get; private set; }

    /// <summary>When everything was done; null while it isn't.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>How often what had been signed was changed; 0 for the first text.</summary>
    public int Amendment { get; private set; }

    /// <summary>The text that is being agreed while the one before it stays in force; null where no amendment is open.</summary>
    public int? PendingAmendment { get; private set; }

    /// <summary>The text that is being agreed, signed and sealed, or was last.</summary>
    public int TextNumber => PendingAmendment ?? Amendment;

    /// <summary>What each side says of the whole at its end.</summary>
    public string? MentorConclusion { get; private set; }

    public string? TraineeConclusion { get; private set; }

    /// <summary>Every version of every decision, in the order in which they were proposed.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>What both sides said about them, in the order in which it was said.</summary>
    public IReadOnlyList<Remark> Remarks => _remarks;

    /// <summary>Signatures and seals, those of earlier texts and withdrawn ones included.</summary>
    public IReadOnlyList<Confirmation> Confirmations => _confirmations;

    public IReadOnlyList<ContractStage> Stages => _stages;

    /// <summary>Everything the workflow ever asked for.</summary>
    public IReadOnlyList<AskedStep> Asked => _asked;

    /// <summary>What the workflow waits for now.</summary>
    public IReadOnlyList<AskedStep> Awaited => [.. _asked.Where(a => a.EndedAt is null)];

    /// <summary>Its case has begun.</summary>
    public void Follow(Guid caseId) => CaseId = caseId;

    /// <summary>The workflow waits for this step from now on. Where it is done already, the workflow hears so at once.</summary>
    /// <param name="askingId">The workflow's own number of this asking: the same one, repeated after a crash, asks nothing more, also when the step is done by then.</param>
    public void Ask(Guid askingId, ContractStep step, int number, AskedBy by, DateTime at)
    {
        if (State is ContractState.Completed or ContractState.Ended || IsAwaited(step, number) || _asked.Exists(a => a.Id == askingId))
            return;
        _asked.Add(new(askingId, Id, step, number, by, at));
        if (IsDone(step, number))
            Finish(step, number, at);
        else
            Raise(new ContractStepAsked(Id, step, number));
    }

    /// <summary>The workflow says that it begins.</summary>
    public void Activate(DateOnly on)
    {
        if (State == ContractState.Active)
            return;
        Ensure(State == ContractState.Signed, ContractRules.NotSigned);
        (State, Participation) = (ContractState.Active, ParticipationStatus.Active);
        Raise(new ContractActivated(Id, MentorId, TraineeId, SubjectId, From > on ? From : on, To));
    }

    public ContractStage Stage(int number) => _stages.SingleOrDefault(s => s.Number == number) ?? throw new RecordMissing("stage");

    /// <summary>The workflow opens a stage. Opened twice, it is opened once.</summary>
    public void OpenStage(int number, DateTime at)
    {
        if (Stage(number).Open(at))
            Raise(new StageOpened(Id, number));
    }

    /// <summary>One side looks back on a stage; with both it is closed.</summary>
    public void Review(int number, Side by, string review, DateTime at)
    {
        Ensure(State == ContractState.Active && Training == TrainingStatus.Active, ContractRules.NotUnderWay);
        EnsureSealed(DateOnly.FromDateTime(at));
        var stage = Stage(number);
        stage.Review(by, review, at);
        if (stage.ClosedAt is null)
            return;
        Raise(new StageClosed(Id, number));
        Finish(ContractStep.StageReview, number, at);
    }

    /// <summary>The school says that the trainee still teaches the subject (P5).</summary>
    public void ConfirmMidterm(Signer keeper, DateTime at)
    {
        Ensure(State == ContractState.Active, ContractRules.NotUnderWay);
        EnsureAwaited(ContractStep.Midterm, 0);
        _confirmations.Add(new(Id, ContractStep.Midterm, Amendment, "", keeper, at));
        Finish(ContractStep.Midterm, 0, at);
    }

    /// <summary>It rests for a time, for a reason.</summary>
    public void Defer(DeferralReason reason, DateOnly on)
    {
        Ensure(State == ContractState.Active && Training == TrainingStatus.Active, ContractRules.NotUnderWay);
        (Training, StatusReason, StatusSince) = (TrainingStatus.Deferred, reason.ToString(), on);
    }

    public void Resume()
    {
        Ensure(Training == TrainingStatus.Deferred, ContractRules.NotDeferred);
        (Training, StatusReason, StatusSince) = (TrainingStatus.Active, null, null);
    }

    private bool IsAwaited(ContractStep step, int number) => _asked.Exists(a => a.IsAwaited(step, number));

    private bool IsDone(ContractStep step, int number) => step == ContractStep.StageReview
        ? Stage(number).ClosedAt is not null
        : step == ContractStep.FinalReview ? IsConcluded : Enum.TryParse<DecisionKind>(step.ToString(), out var kind) && Latest(kind) is { IsAgreed: true };

    private void EnsureAwaited(ContractStep step, int number) => Ensure(IsAwaited(step, number), ContractRules.NotAskedFor);

    private void Finish(ContractStep step, int number, DateTime at)
    {
        if (_asked.Find(a => a.IsAwaited(step, number)) is not { } asked)
            return;
        asked.End(at);
        if (asked.By != AskedBy.Office)
            Raise(new ContractStepDone(Id, step, number, asked.Id, asked.By == AskedBy.Amendment));
    }
}
