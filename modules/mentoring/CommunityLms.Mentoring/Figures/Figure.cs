using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Figures;

/// <summary>What stands behind a figure, one by one.</summary>
internal enum FigureRecords { Contracts, Pairs, Trainees, Mentors, Stages, Contacts, Evidence }

/// <summary>A number of a programme that an institute reports (P23): what is counted, and in words how.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">English, the key of its translations.</param>
/// <param name="CountedBy">English, the key of its translations.</param>
internal sealed record Figure(string Key, string Name, string CountedBy, FigureRecords Of)
{
    private const string Accepted = "Entered by one side, accepted by the other, not voided.";

    public ContractState? State { get; private init; }

    public ContactKind? Contact { get; private init; }

    public ActivityKind? Activity { get; private init; }

    /// <summary>Whether it is the sum of its records' minutes or characters instead of their number.</summary>
    public bool IsSum { get; private init; }

    public static readonly IReadOnlyList<Figure> All =
    [
        new("contracts", "Contracts", "All contracts of the programme, in any state.", FigureRecords.Contracts),
        InState("contracts-draft", "Contracts being agreed", ContractState.Draft, "Contracts whose four decisions are being made, or made anew."),
        InState("contracts-signed", "Contracts signed", ContractState.Signed, "Contracts that both sides have signed and that haven’t begun."),
        InState("contracts-active", "Contracts under way", ContractState.Active, "Contracts that have begun and aren’t over, those that rest included."),
        InState("contracts-completed", "Contracts completed", ContractState.Completed, "Contracts that went their whole way."),
        InState("contracts-ended", "Contracts ended early", ContractState.Ended, "Contracts that were withdrawn or replaced."),
        new("pairs", "Pairs of people", "Different pairs of people in contracts that weren’t ended early; two subjects make one pair.", FigureRecords.Pairs),
        new("trainees", "Trainees", "Different trainees of contracts that weren’t ended early.", FigureRecords.Trainees),
        new("mentors", "Mentors", "Different mentors of contracts that weren’t ended early.", FigureRecords.Mentors),
        new("stages-closed", "Stages closed", "Stages on which both sides have looked back.", FigureRecords.Stages),
        Logged("contacts-visit", "Visits logged", ContactKind.Visit),
        Logged("contacts-call", "Calls", ContactKind.Call),
        Logged("contacts-message", "Messages", ContactKind.Message),
        Logged("contacts-mail", "E-mails", ContactKind.Mail),
        Logged("contacts-meeting", "Meetings", ContactKind.Meeting),
        new("minutes", "Minutes of contact", "The sum of the minutes entered in the logs.", FigureRecords.Contacts) { IsSum = true },
        Done("lessons-heard", "Lessons heard", ActivityKind.LessonHeard),
        Done("lessons-shown", "Lessons shown", ActivityKind.LessonShown),
        Done("papers", "Papers written", ActivityKind.Paper),
        Done("books", "Books recommended", ActivityKind.Book),
        Done("reading-notes", "Reading notes", ActivityKind.ReadingNotes),
        Done("research", "Research projects", ActivityKind.Research),
        Done("visits", "Visits to the other school", ActivityKind.Visit),
        Done("other", "Other activities", ActivityKind.Other),
        new("characters", "Characters written", "The sum of the characters, without spaces, of the texts that were entered here and accepted. Texts behind a link aren’t counted.", FigureRecords.Evidence) { IsSum = true },
    ];

    private static Figure InState(string key, string name, ContractState state, string countedBy) => new(key, name, countedBy, FigureRecords.Contracts) { State = state };

    private static Figure Logged(string key, string name, ContactKind kind) => new(key, name, "Entries in the logs of the pairs.", FigureRecords.Contacts) { Contact = kind };

    private static Figure Done(string key, string name, ActivityKind kind) => new(key, name, Accepted, FigureRecords.Evidence) { Activity = kind };
}

/// <summary>Which part of a programme is counted.</summary>
internal sealed record FigureFilter(Guid? DistrictId = null, Guid? SubjectId = null);

/// <param name="Values">In the order of <see cref="Figure.All"/>.</param>
internal sealed record FigureColumn(string Name, FigureFilter Filter, IReadOnlyList<long> Values);

/// <summary>All figures of a programme, as a whole and by its parts.</summary>
internal sealed record FigureReport(FigureColumn Whole, IReadOnlyList<FigureColumn> Districts, IReadOnlyList<FigureColumn> Subjects);
