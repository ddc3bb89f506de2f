using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;

namespace CommunityLms.Mentoring.Scheduling;

/// <summary>A time at which mentor and trainee want to meet: a visit, a lesson, a call.</summary>
internal sealed class Meeting : Aggregate
{
    private Meeting() { }

    /// <exception cref="RuleBroken">It lies outside the contract, or ends before it begins.</exception>
    public Meeting(Contract contract, MeetingTime time, ContactKind kind, string topic, string? place)
    {
        Ensure(contract.State is not (ContractState.Completed or ContractState.Ended), ContractRules.IsOver);
        Ensure(time.On >= contract.From && time.On <= contract.To, MeetingRules.DayWithin);
        Ensure(time.Until > time.From, MeetingRules.EndsAfterItBegins);
        Ensure(topic.Trim() is { Length: > 0 and <= Contact.TextLength }, EvidenceRules.TitleFits, Contact.TextLength);
        (ContractId, On, From, Until) = (contract.Id, time.On, time.From, time.Until);
        (Kind, Topic, Place) = (kind, topic.Trim(), place?.Trim());
    }

    public Guid ContractId { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Local time.</summary>
    public TimeOnly From { get; private set; }

    public TimeOnly Until { get; private set; }

    public ContactKind Kind { get; private set; }

    public string Topic { get; private set; } = "";

    public string? Place { get; private set; }

    /// <summary>Called off; it stays to be read.</summary>
    public DateTime? CalledOffAt { get; private set; }

    /// <summary>When one side said that it took place; the log has it from then on.</summary>
    public DateTime? HeldAt { get; private set; }

    public void CallOff(DateTime at)
    {
        Ensure(HeldAt is null, MeetingRules.WasHeld);
        CalledOffAt ??= at;
    }

    /// <summary>It took place: the line it makes in the log.</summary>
    public ContactInput Hold(DateTime at)
    {
        Ensure(CalledOffAt is null && HeldAt is null, MeetingRules.WasHeld);
        HeldAt = at;
        return new() { On = On, Kind = Kind, Topic = Topic, Place = Place, Minutes = (int)(Until - From).TotalMinutes };
    }
}

/// <param name="From">Local time.</param>
internal sealed record MeetingTime(DateOnly On, TimeOnly From, TimeOnly Until)
{
    public bool Overlaps(MeetingTime other) => On == other.On && From < other.Until && other.From < Until;
}

internal static class MeetingRules
{
    public static readonly Rule DayWithin = new("Choose days within the contract.", "First");
    public static readonly Rule EndsAfterItBegins = new("It ends after it begins.", "Until");
    public static readonly Rule WasHeld = new("It took place or was called off already.");
    public static readonly Rule Clashes = new("There are clashes. Choose other times, or plan it all the same.", "DespiteClashes");
}
