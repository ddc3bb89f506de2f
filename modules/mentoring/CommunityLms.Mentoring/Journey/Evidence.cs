using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Journey;

/// <summary>
/// Something one side did for the contract, with what shows it. The other side accepts it: of a lesson heard, the teacher who was heard. A
/// wrong declaration is voided with a reason, never deleted.
/// </summary>
internal sealed class Evidence : Aggregate
{
    public const int TitleLength = 200;
    public const int TextLength = 20_000;
    public const int LinkLength = 500;

    private Evidence() { }

    /// <exception cref="RuleBroken">The contract isn't under way, the activity isn't this side's, the day lies outside, or what shows it is missing.</exception>
    public Evidence(Contract contract, RequiredActivity activity, Side by, Guid personId, EvidenceInput input, DateOnly today)
    {
        Ensure(contract is { State: ContractState.Active, Training: TrainingStatus.Active }, ContractRules.NotUnderWay);
        Ensure(activity.Side is null || activity.Side == by, EvidenceRules.OtherSides, activity.Name);
        Ensure(input.On is { } day && day >= contract.From && day <= contract.To && day <= today, EvidenceRules.DayWithin);
        Ensure(input.Title.Trim() is { Length: > 0 and <= TitleLength }, EvidenceRules.TitleFits, TitleLength);
        Ensure(activity.Kind is not ActivityKind.Paper || !string.IsNullOrWhiteSpace(input.Text) || !string.IsNullOrWhiteSpace(input.Link), EvidenceRules.ShowsNothing);
        Characters = CharactersOf(input.Text);
        Ensure(activity.MinimumCharacters is not { } least || !string.IsNullOrWhiteSpace(input.Link) || Characters >= least, EvidenceRules.TooShort, activity.MinimumCharacters, Characters);
        (ContractId, Activity, Kind, By, PersonId, On, Title) = (contract.Id, activity.Name, activity.Kind, by, personId, input.On.Value, input.Title.Trim());
        (Text, Link) = (Blank(input.Text), Blank(input.Link));
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
        AcceptedAt = at;
        Raise(new EvidenceAccepted(ContractId, Id, Activity, PersonId, On));
    }

    /// <summary>Either side says that it wasn't so, or was entered wrongly.</summary>
    public void Void(string reason)
    {
        Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        VoidedFor = reason.Trim();
        Raise(new EvidenceVoided(ContractId));
    }

    /// <summary>As Chinese offices count: each character and each letter, without spaces.</summary>
    public static int CharactersOf(string? text) => text?.Count(c => !char.IsWhiteSpace(c)) ?? 0;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal static class EvidenceRules
{
    public static readonly Rule OtherSides = new("“{0}” is for the other side to do.", "Activity");
    public static readonly Rule DayWithin = new("Enter a day within the contract, today at the latest.", "On");
    public static readonly Rule TitleFits = new("Say in 1 to {0} characters what it was.", "Title");
    public static readonly Rule ShowsNothing = new("Enter the text, or a link to it.", "Text");
    public static readonly Rule TooShort = new("It takes {0} characters, and the text has {1}. Write more, or enter a link to it.", "Text");
    public static readonly Rule LinkIsWeb = new("A link begins with https:// or http://.", "Link");
    public static readonly Rule NotOnesOwn = new("The other side accepts what you did.");
    public static readonly Rule IsVoided = new("It doesn’t count any more.");
    public static readonly Rule NoSuchActivity = new("The programme doesn’t ask for this.", "Activity");
}
