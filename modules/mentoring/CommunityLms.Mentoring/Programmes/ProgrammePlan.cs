using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;

namespace CommunityLms.Mentoring.Programmes;

internal enum ProgrammeState { Draft, Open, Closed }

/// <summary>The two sides of a contract.</summary>
internal enum Side { Mentor, Trainee }

/// <summary>Who may be paired with whom (P1, P2), beside teachers of schools of different districts, who always may. Stored by name: a name never changes.</summary>
[Flags]
internal enum PairingForms
{
    None = 0,
    Districts = 1,
    Schools = 2,
    Departments = 4,

    /// <summary>Units, and teachers of different schools, within one district.</summary>
    OneDistrict = 8,

    /// <summary>Teachers of one school.</summary>
    OneSchool = 16,

    /// <summary>What a city's programme has.</summary>
    Usual = Districts | Schools | Departments | OneDistrict,
}

/// <summary>Where somebody teaches.</summary>
/// <param name="DistrictId">Null where the school lies in none, or where it doesn't matter.</param>
internal sealed record Workplace(Guid SchoolId, Guid? DistrictId);

/// <summary>A programme as it is entered.</summary>
internal sealed record ProgrammePlan(string Name, DateOnly From, DateOnly To, DateOnly? MidtermOn, string WorkflowKey, PairingForms Forms,
    IReadOnlyList<Guid> SubjectIds, IReadOnlyList<StagePlan> Stages, IReadOnlyList<ActivityPlan> Activities, string? AmendmentKey = null,
    BackboneLevel? MentorLevel = null, bool OnlyRuralTrainees = false, string? Terms = null);

/// <summary>What pairs have to do is different from now on.</summary>
internal sealed record ActivitiesChanged(Guid ProgrammeId) : IIntegrationEvent;

internal static class ProgrammeRules
{
    public static readonly Rule NameFits = new("A programme has a name of 1 to {0} characters.", "Name");
    public static readonly Rule WorkflowIsNamed = new("Choose the workflow its contracts follow.", "WorkflowKey");
    public static readonly Rule EndsAfterItBegins = new("A programme ends after it begins.", "To");
    public static readonly Rule MidtermWithin = new("The mid-term confirmation lies between the first and the last day.", "MidtermOn");
    public static readonly Rule HasSubjects = new("Choose at least one subject.", "SubjectIds");
    public static readonly Rule HasStages = new("A programme has 1 to {0} stages.", "Stages");
    public static readonly Rule StageWithin = new("The stage “{0}” lies between the first and the last day of the programme, and ends after it begins.", "Stages");
    public static readonly Rule StagesInOrder = new("The stage “{0}” begins after the one before it ends.", "Stages");
    public static readonly Rule ActivityIsNamed = new("An activity has a name of 1 to {0} characters.", "Activities");
    public static readonly Rule ActivityIsCounted = new("“{0}” is asked for 1 to {1} times.", "Activities");
    public static readonly Rule IsNotOpen = new("People can be paired once the programme is open, and until it is closed.");
    public static readonly Rule IsClosed = new("The programme is closed. What is over isn’t changed.");
    public static readonly Rule TermsFit = new("The terms have {0} characters at the most.", "Terms");
    public static readonly Rule FewActivities = new("A programme asks for {0} activities at the most.", "Activities");
    public static readonly Rule ActivityOnce = new("“{0}” stands there twice for the same side and subject. Put it into one line.", "Activities");
    public static readonly Rule ActivityWithin = new("The days for “{0}” lie within the programme, the first before the last.", "Activities");
    public static readonly Rule ActivityHasEvidence = new("Pairs have entered what they did for “{0}” already. Keep its name, and ask for it once at least.", "Activities");
    public static readonly Rule SubjectHasPairs = new("There are pairs or pairings in {0}. Keep the subject.", "SubjectIds");
}
