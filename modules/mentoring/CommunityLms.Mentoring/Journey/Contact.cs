using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;

namespace CommunityLms.Mentoring.Journey;

/// <summary>One line of the log: a visit, a call, a message (P9).</summary>
internal sealed class Contact : Aggregate
{
    public const int TextLength = 500;
    public const int LongestMinutes = 24 * 60;

    private Contact() { }

    /// <exception cref="RuleBroken">The day lies outside the contract or ahead, or the topic is missing.</exception>
    public Contact(Contract contract, Guid personId, ContactInput input, DateOnly today)
    {
        Ensure(contract is { State: ContractState.Active, Training: TrainingStatus.Active }, ContractRules.NotUnderWay);
        contract.EnsureSealed(today);
        Ensure(input.On is { } day && day >= contract.From && day <= contract.To && day <= today, EvidenceRules.DayWithin);
        Ensure(input.Topic.Trim() is { Length: > 0 and <= TextLength }, EvidenceRules.TitleFits, TextLength);
        (ContractId, PersonId, On, Kind, Minutes) = (contract.Id, personId, input.On.Value, input.Kind, input.Minutes ?? 0);
        (Topic, Place, FollowUp) = (input.Topic.Trim(), input.Place?.Trim(), input.FollowUp?.Trim());
        Raise(new ContactLogged(contract.Id));
    }

    public Guid ContractId { get; private set; }

    /// <summary>Who entered it.</summary>
    public Guid PersonId { get; private set; }

    public DateOnly On { get; private set; }

    public ContactKind Kind { get; private set; }

    public int Minutes { get; private set; }

    public string Topic { get; private set; } = "";

    public string? Place { get; private set; }

    /// <summary>What comes next.</summary>
    public string? FollowUp { get; private set; }
}

internal enum ContactKind { Visit, Call, Message, Mail, Meeting }

/// <summary>What the form asks for.</summary>
internal sealed record ContactInput
{
    [Required, Display(Name = "Day")]
    public DateOnly? On { get; set; }

    [Display(Name = "Kind")]
    public ContactKind Kind { get; set; }

    [Required, StringLength(Contact.TextLength), Display(Name = "What it was about")]
    public string Topic { get; set; } = "";

    [Range(1, Contact.LongestMinutes), Display(Name = "Minutes")]
    public int? Minutes { get; set; }

    [StringLength(Contact.TextLength), Display(Name = "Place")]
    public string? Place { get; set; }

    [StringLength(Contact.TextLength), Display(Name = "What comes next")]
    public string? FollowUp { get; set; }
}

/// <summary>What the form asks for.</summary>
internal sealed record EvidenceInput
{
    [Required, Display(Name = "Activity")]
    public string Activity { get; set; } = "";

    [Required, Display(Name = "Day")]
    public DateOnly? On { get; set; }

    [Required, StringLength(Evidence.TitleLength), Display(Name = "Title")]
    public string Title { get; set; } = "";

    [StringLength(Evidence.TextLength), Display(Name = "Text")]
    public string? Text { get; set; }

    [StringLength(Evidence.LinkLength), Display(Name = "Link")]
    public string? Link { get; set; }
}

/// <summary>A new version of what was sent back.</summary>
internal sealed record RevisionInput
{
    [StringLength(Evidence.TextLength), Display(Name = "Text")]
    public string? Text { get; set; }

    [StringLength(Evidence.LinkLength), Display(Name = "Link")]
    public string? Link { get; set; }
}

/// <summary>A file as it arrives; the request closes its stream.</summary>
internal sealed record IncomingFile(Stream Content, string Name);
