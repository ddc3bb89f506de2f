using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Journey;

/// <summary>
/// Something one side did for the contract, with what shows it. The other side accepts it: of a lesson heard, the teacher who was heard. A
/// wrong declaration is voided with a reason, never deleted. A paper goes to and fro: sent back with a word on it, brought again, until it is accepted.
/// </summary>
internal sealed class Evidence : Aggregate
{
    public const int TitleLength = 200;
    public const int TextLength = 20_000;
    public const int LinkLength = 500;
    public const int MostFiles = 6;

    private readonly List<EvidenceRound> _rounds = [];
    private readonly List<EvidenceFile> _files = [];

    private Evidence() { }

    /// <exception cref="RuleBroken">The contract isn't under way, the activity isn't this side's, the day lies outside, or what shows it is missing.</exception>
    public Evidence(Contract contract, RequiredActivity activity, Side by, Guid personId, EvidenceInput input, IReadOnlyList<StoredFile> files, DateOnly today)
    {
        Ensure(contract is { State: ContractState.Active, Training: TrainingStatus.Active }, ContractRules.NotUnderWay);
        contract.EnsureSealed(today);
        Ensure(activity.Side is null || activity.Side == by, EvidenceRules.OtherSides, activity.Name);
        Ensure(input.On is { } day && day >= contract.From && day <= contract.To && day <= today, EvidenceRules.DayWithin);
        Ensure(activity.CanBeDoneOn(input.On.Value), EvidenceRules.OutsideWindow, activity.Name, activity.From ?? contract.From, activity.To ?? contract.To);
        Ensure(input.Title.Trim() is { Length: > 0 and <= TitleLength }, EvidenceRules.TitleFits, TitleLength);
        (ContractId, Activity, Kind, By, PersonId, On, Title) = (contract.Id, activity.Name, activity.Kind, by, personId, input.On.Value, input.Title.Trim());
        MinimumCharacters = activity.MinimumCharacters;
        Bring(input.Text, input.Link, files);
    }

    public Guid ContractId { get; private set; }

    /// <summary>The activity of the programme it counts for, by its name.</summary>
    public string Activity { get; private set; } = "";

    public ActivityKind Kind { get; private set; }

    public Side By { get; private set; }

    public Guid PersonId { get; private set; }

    public DateOnly On { get; private set; }

    public string Title { get; private set; } = "";

    public string? Text { get; private set; }

    public string? Link { get; private set; }

    /// <summary>Letters and characters of the text, without spaces.</summary>
    public int Characters { get; private set; }

    /// <summary>How long a text has to be; null where length doesn't matter.</summary>
    public int? MinimumCharacters { get; private set; }

    /// <summary>When it was last sent back; null while the other side has it.</summary>
    public DateTime? SentBackAt { get; private set; }

    /// <summary>Each version that was sent back, with the word on it, the oldest first.</summary>
    public IReadOnlyList<EvidenceRound> Rounds => _rounds;

    /// <summary>Photos and documents that show it.</summary>
    public IReadOnlyList<EvidenceFile> Files => _files;

    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Why it doesn't count; null while it does.</summary>
    public string? VoidedFor { get; private set; }

    /// <summary>The other side says that it was so.</summary>
    /// <exception cref="RuleBroken">Nobody accepts what is their own, or it was voided.</exception>
    public void Accept(Side by, DateTime at)
    {
        Ensure(by != By, EvidenceRules.NotOnesOwn);
        Ensure(VoidedFor is null, EvidenceRules.IsVoided);
        if (AcceptedAt is not null)
            return;
        (AcceptedAt, SentBackAt) = (at, null);
        Raise(new EvidenceAccepted(ContractId, Id, Activity, PersonId, On));
    }

    /// <summary>The other side sends it back with a word on what to change; this version stays to be read.</summary>
    public void SendBack(Side by, string comment, DateTime at)
    {
        Ensure(by != By, EvidenceRules.NotOnesOwn);
        Ensure(VoidedFor is null, EvidenceRules.IsVoided);
        Ensure(AcceptedAt is null, EvidenceRules.IsAccepted);
        Ensure(SentBackAt is null, EvidenceRules.IsSentBack);
        Ensure(comment.Trim() is { Length: > 0 and <= EvidenceRound.CommentLength }, ContractRules.TextFits, EvidenceRound.CommentLength);
        _rounds.Add(new(Id, _rounds.Count + 1, Text, Characters, comment.Trim(), at));
        SentBackAt = at;
        Raise(new EvidenceSentBack(Id));
    }

    /// <summary>Whoever did it brings a better version.</summary>
    public void Revise(Side by, string? text, string? link, IReadOnlyList<StoredFile> files)
    {
        Ensure(by == By, EvidenceRules.OnlyOnesOwn);
        Ensure(SentBackAt is not null, EvidenceRules.IsNotSentBack);
        SentBackAt = null;
        Bring(text, link, files);
    }

    /// <summary>Either side says that it wasn't so, or was entered wrongly.</summary>
    public void Void(string reason)
    {
        Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        VoidedFor = reason.Trim();
        if (AcceptedAt is not null)
            Raise(new EvidenceVoided(ContractId, Id, Activity, PersonId, On));
    }

    /// <summary>As Chinese offices count: each character and each letter, without spaces.</summary>
    public static int CharactersOf(string? text) => text?.Count(c => !char.IsWhiteSpace(c)) ?? 0;

    private void Bring(string? text, string? link, IReadOnlyList<StoredFile> files)
    {
        Ensure(_files.Count + files.Count <= MostFiles, EvidenceRules.TooManyFiles, MostFiles);
        (Text, Link, Characters) = (Blank(text), Blank(link), CharactersOf(text));
        _files.AddRange(files.Select(f => new EvidenceFile(Id, f)));
        var elsewhere = Link is not null || _files.Count > 0;
        Ensure(Kind is not ActivityKind.Paper || Text is not null || elsewhere, EvidenceRules.ShowsNothing);
        Ensure(MinimumCharacters is not { } least || elsewhere || Characters >= least, EvidenceRules.TooShort, MinimumCharacters, Characters);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal static class EvidenceRules
{
    public static readonly Rule OtherSides = new("“{0}” is for the other side to do.", "Activity");
    public static readonly Rule DayWithin = new("Enter a day within the contract, today at the latest.", "On");
    public static readonly Rule OutsideWindow = new("“{0}” is done from {1} to {2}. Enter a day in that time.", "On");
    public static readonly Rule TitleFits = new("Say in 1 to {0} characters what it was.", "Title");
    public static readonly Rule ShowsNothing = new("Enter the text, or bring a file or a link to it.", "Text");
    public static readonly Rule TooShort = new("It takes {0} characters, and the text has {1}. Write more, or bring a file or a link to it.", "Text");
    public static readonly Rule LinkIsWeb = new("A link begins with https:// or http://.", "Link");
    public static readonly Rule NotOnesOwn = new("The other side accepts what you did.");
    public static readonly Rule OnlyOnesOwn = new("Only whoever did it brings a new version.");
    public static readonly Rule IsAccepted = new("It is accepted already.");
    public static readonly Rule IsSentBack = new("It was sent back already. Wait for the new version.");
    public static readonly Rule IsNotSentBack = new("The other side has it. A new version is asked for when they send it back.");
    public static readonly Rule TooManyFiles = new("Bring {0} files at the most.", "File");
    public static readonly Rule IsVoided = new("It doesn’t count any more.");
    public static readonly Rule NoSuchActivity = new("The programme doesn’t ask for this.", "Activity");
}
