using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>
/// What monitoring asks of a contract, as days: whether it is overdue, silent or behind is then one comparison with today. Nothing here is
/// entered by anybody; <see cref="KeepPulse"/> reads it anew from the records whenever one of them changes.
/// </summary>
/// <remarks>
/// Kept, because the records lie in four tables. Log and evidence of 5,000 contracts have some hundred thousand rows after a year, and all of
/// them would be read whenever somebody opens the page.
/// </remarks>
[NotAudited]
internal sealed class Pulse : IMultiTenant
{
    /// <summary>How much of the whole a contract may lie behind the time gone before it is called behind. Ours: no source gives a figure.</summary>
    public const double Margin = 0.2;

    private Pulse() { }

    public Pulse(Guid contractId) => ContractId = contractId;

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>The last day of the first stage that isn't closed; null when all are.</summary>
    public DateOnly? StageDueOn { get; private set; }

    /// <summary>Since when the workflow waits for the step it has waited for longest.</summary>
    public DateTime? AwaitedSince { get; private set; }

    /// <summary>The day of the last contact; before the first one, the day on which the contract began.</summary>
    public DateOnly QuietSince { get; private set; }

    /// <summary>The first day on which it is behind if nothing more is accepted; null when enough is.</summary>
    public DateOnly? BehindFrom { get; private set; }

    /// <summary>How many activities both sides have to do.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of them count, each activity up to what is asked.</summary>
    public int Reached { get; private set; }

    /// <param name="lastContact">Null before the first one.</param>
    public void Read(Contract contract, DateOnly? lastContact, IReadOnlyList<Quota> quotas)
    {
        StageDueOn = contract.Stages.Where(s => s.ClosedAt is null).Select(s => (DateOnly?)s.To).Min();
        AwaitedSince = contract.Awaited.Select(a => (DateTime?)a.Since).Min();
        var began = contract.Stages.Select(s => s.OpenedAt).Min() is { } opened && DateOnly.FromDateTime(opened) is var day && day > contract.From ? day : contract.From;
        QuietSince = lastContact ?? began;
        (Asked, Reached) = (quotas.Sum(q => q.Asked), quotas.Sum(q => q.Reached));
        BehindFrom = BehindOn(contract.From, contract.To, Asked, Reached);
    }

    private static DateOnly? BehindOn(DateOnly from, DateOnly to, int asked, int reached)
    {
        if (asked == 0 || ((double)reached / asked) + Margin > 1)
            return null;
        return from.AddDays((int)Math.Ceiling((((double)reached / asked) + Margin) * (to.DayNumber - from.DayNumber + 1)));
    }
}
