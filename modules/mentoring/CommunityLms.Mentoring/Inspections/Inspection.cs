using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>Somebody goes to see how pairs are doing, or asks them afterwards (P22): planned, done with a finding, followed up, and made known where others can learn from it.</summary>
internal sealed class Inspection : Aggregate
{
    public const int SubjectLength = 200;
    public const int TextLength = 8000;
    public const int MostContracts = 100;

    private readonly List<InspectedContract> _contracts = [];

    private Inspection() { }

    /// <param name="contractIds">Of trainees of this school and this programme; none for a visit to the school as a whole.</param>
    /// <exception cref="RuleBroken">The plan lacks something.</exception>
    public Inspection(Guid programmeId, InspectionKind kind, Guid schoolId, Guid inspectorId, DateOnly plannedOn, string about, IReadOnlyCollection<Guid> contractIds)
    {
        Ensure(about.Trim() is { Length: > 0 and <= SubjectLength }, InspectionRules.AboutFits, SubjectLength);
        Ensure(kind == InspectionKind.Visit || contractIds.Count > 0, InspectionRules.InterviewNeedsPair);
        Ensure(contractIds.Count <= MostContracts, InspectionRules.TooManyPairs, MostContracts);
        (ProgrammeId, Kind, SchoolId, InspectorId, PlannedOn, About) = (programmeId, kind, schoolId, inspectorId, plannedOn, about.Trim());
        _contracts.AddRange(contractIds.Distinct().Select(c => new InspectedContract(Id, c)));
        Raise(new InspectionPlanned(Id));
    }

    public Guid ProgrammeId { get; private set; }

    public InspectionKind Kind { get; private set; }

    /// <summary>The school of the trainees concerned; who may see its contracts sees this.</summary>
    public Guid SchoolId { get; private set; }

    public Guid InspectorId { get; private set; }

    public DateOnly PlannedOn { get; private set; }

    /// <summary>What is to be looked at.</summary>
    public string About { get; private set; } = "";

    public DateOnly? DoneOn { get; private set; }

    public string? Finding { get; private set; }

    /// <summary>What is to happen because of the finding; null where nothing is.</summary>
    public string? FollowUp { get; private set; }

    public DateOnly? FollowUpBy { get; private set; }

    public DateOnly? FollowedUpOn { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What it is called where it is made known; null while it isn't.</summary>
    public string? PracticeTitle { get; private set; }

    /// <summary>What others can learn from it.</summary>
    public string? Practice { get; private set; }

    public DateTime? MadeKnownAt { get; private set; }

    public IReadOnlyList<InspectedContract> Contracts => _contracts;

    /// <summary>It took place.</summary>
    /// <param name="followUp">Null or empty where nothing has to follow.</param>
    public void Record(DateOnly doneOn, string finding, string? followUp, DateOnly? followUpBy, DateOnly today)
    {
        Ensure(doneOn <= today, InspectionRules.NotAhead);
        Ensure(finding.Trim() is { Length: > 0 and <= TextLength }, InspectionRules.FindingFits, TextLength);
        var hasFollowUp = !string.IsNullOrWhiteSpace(followUp);
        Ensure(hasFollowUp == followUpBy is not null, InspectionRules.FollowUpIsWhole);
        Ensure(followUp is not { Length: > TextLength }, InspectionRules.FindingFits, TextLength);
        Ensure(followUpBy is not { } by || by >= doneOn, InspectionRules.FollowUpAfter);
        Ensure(FollowedUpOn is null, InspectionRules.IsFollowedUp);
        (DoneOn, Finding, FollowUp, FollowUpBy) = (doneOn, finding.Trim(), hasFollowUp ? followUp!.Trim() : null, followUpBy);
    }

    /// <summary>What had to follow was done.</summary>
    public void CloseFollowUp(string outcome, DateOnly on)
    {
        Ensure(FollowUp is not null && FollowedUpOn is null, InspectionRules.NothingToFollowUp);
        Ensure(outcome.Trim() is { Length: > 0 and <= TextLength }, InspectionRules.OutcomeFits, TextLength);
        (Outcome, FollowedUpOn) = (outcome.Trim(), on);
    }

    /// <summary>What was found works, and others shall learn of it: from now on mentors and trainees of the programme can read it.</summary>
    public void MakeKnown(string title, string practice, DateTime at)
    {
        Ensure(DoneOn is not null, InspectionRules.NotDone);
        Ensure(title.Trim() is { Length: > 0 and <= SubjectLength }, InspectionRules.TitleFits, SubjectLength);
        Ensure(practice.Trim() is { Length: > 0 and <= TextLength }, InspectionRules.PracticeFits, TextLength);
        var isNew = MadeKnownAt is null;
        (PracticeTitle, Practice, MadeKnownAt) = (title.Trim(), practice.Trim(), MadeKnownAt ?? at);
        if (isNew)
            Raise(new PracticeMadeKnown(Id));
    }
}

internal enum InspectionKind
{
    /// <summary>At the school.</summary>
    Visit,

    /// <summary>With a pair, afterwards.</summary>
    Interview,
}

/// <summary>A contract an inspection looks at.</summary>
internal sealed class InspectedContract : Entity, IMultiTenant
{
    private InspectedContract() { }

    internal InspectedContract(Guid inspectionId, Guid contractId) => (InspectionId, ContractId) = (inspectionId, contractId);

    public Guid TenantId { get; private set; }

    public Guid InspectionId { get; private set; }

    public Guid ContractId { get; private set; }
}

internal static class InspectionRules
{
    public static readonly Rule AboutFits = new("Say in 1 to {0} characters what is to be looked at.", "About");
    public static readonly Rule InterviewNeedsPair = new("Choose the pair that is interviewed.", "ContractIds");
    public static readonly Rule TooManyPairs = new("Choose at most {0} pairs.", "ContractIds");
    public static readonly Rule OtherSchool = new("A pair you chose doesn’t belong to this school or this programme. Choose again.", "ContractIds");
    public static readonly Rule NotAhead = new("Enter the day on which it took place, today at the latest.", "DoneOn");
    public static readonly Rule FindingFits = new("Write 1 to {0} characters.", "Finding");
    public static readonly Rule OutcomeFits = new("Write 1 to {0} characters.", "Outcome");
    public static readonly Rule FollowUpIsWhole = new("A follow-up has both: what is to happen, and by when.", "FollowUp");
    public static readonly Rule FollowUpAfter = new("A follow-up is due on the day of the inspection or later.", "FollowUpBy");
    public static readonly Rule IsFollowedUp = new("It was followed up already. What was found stays as it is.");
    public static readonly Rule NothingToFollowUp = new("There is nothing to follow up.");
    public static readonly Rule NotDone = new("Record first what was found.");
    public static readonly Rule TitleFits = new("Give it a title of 1 to {0} characters.", "Title");
    public static readonly Rule PracticeFits = new("Write 1 to {0} characters.", "Practice");
}
