using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;

namespace CommunityLms.Institutes.Seals;

/// <summary>The confirming authority of a school or office: named keepers, an image for printing.</summary>
internal sealed class Seal : Aggregate
{
    private readonly List<SealKeeper> _keepers = [];

    private Seal()
    {
    }

    /// <exception cref="RuleBroken">A unit of this kind has no seal.</exception>
    public Seal(Guid unitId, UnitKind kind, string name)
    {
        Ensure(kind != UnitKind.Department, SealRules.OnlyOffices);
        (UnitId, Name) = (unitId, name.Trim());
    }

    /// <summary>The one unit it speaks for; unlike a role it doesn't hold below.</summary>
    public Guid UnitId { get; private set; }

    public string Name { get; private set; } = "";

    public Guid? ImageId { get; private set; }

    /// <summary>The day from which it is no longer valid; null while it is.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The last day on which it is valid; null for no end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The last day that those concerned were told of; another one is told anew.</summary>
    public DateOnly? ToldOf { get; private set; }

    public IReadOnlyList<SealKeeper> Keepers => _keepers;

    /// <param name="imageId">A new image; null keeps the one it has.</param>
    /// <exception cref="RuleBroken">It is withdrawn: what was printed with it stays as it was.</exception>
    public void Change(string name, Guid? imageId)
    {
        Ensure(WithdrawnOn is null, SealRules.Withdrawn);
        (Name, ImageId) = (name.Trim(), imageId ?? ImageId);
    }

    /// <summary>Says until when it is valid, or renews it.</summary>
    /// <param name="until">The last day; null for no end.</param>
    /// <exception cref="RuleBroken">The day lies behind, or it is withdrawn.</exception>
    public void Limit(DateOnly? until, DateOnly today)
    {
        Ensure(WithdrawnOn is null, SealRules.Withdrawn);
        Ensure(until is null || until == ValidUntil || until >= today, SealRules.EndsInThePast);
        ValidUntil = until;
    }

    /// <summary>Where its own end, or somebody's time with it, is near, those concerned are to be told; once for each end.</summary>
    public void TellOfEnds(DateOnly today)
    {
        if (WithdrawnOn is not null)
            return;
        if (IsNear(ValidUntil, today) && ToldOf != ValidUntil)
        {
            ToldOf = ValidUntil;
            Raise(new SealEnds(Id, KeeperId: null));
        }
        foreach (var keeper in _keepers.Where(k => k.ToldOn is null && IsNear(k.To, today) && !GoesOn(k)).ToList())
        {
            keeper.Tell(today);
            Raise(new SealEnds(Id, keeper.Id));
        }
    }

    /// <exception cref="RuleBroken">The person keeps it in that time already, the seal is over by then, or it is withdrawn.</exception>
    public SealKeeper Entrust(Guid personId, DateOnly from, DateOnly? to)
    {
        Ensure(WithdrawnOn is null, SealRules.Withdrawn);
        Ensure(to is null || to >= from, SealRules.EndsBeforeItBegins);
        Ensure(!(ValidUntil < from), SealRules.OverByThen, ValidUntil);
        Ensure(!_keepers.Any(k => k.PersonId == personId && (k.To is not { } last || last >= from) && (to is null || k.From <= to)), SealRules.KeepsItAlready);
        var keeper = new SealKeeper(Id, personId, from, to);
        _keepers.Add(keeper);
        return keeper;
    }

    /// <summary>Takes it from a keeper at once: their last day is the day before.</summary>
    /// <exception cref="RuleBroken">They don't keep it any more.</exception>
    public void TakeBack(Guid keeperId, DateOnly today)
    {
        var keeper = _keepers.SingleOrDefault(k => k.Id == keeperId) ?? throw new RecordMissing("keeper");
        Ensure(keeper.To is not { } last || last >= today, SealRules.KeepsItNoLonger);
        keeper.EndBefore(today);
    }

    /// <summary>It is valid no more, and nobody keeps it.</summary>
    public void Withdraw(DateOnly today)
    {
        Ensure(WithdrawnOn is null, SealRules.Withdrawn);
        WithdrawnOn = today;
        foreach (var keeper in _keepers.Where(k => k.To is not { } last || last >= today))
            keeper.EndBefore(today);
    }

    private bool GoesOn(SealKeeper keeper) => _keepers.Exists(k => k.PersonId == keeper.PersonId && (k.To is null || k.To > keeper.To));

    private static bool IsNear(DateOnly? day, DateOnly today) => day >= today && day <= today.AddDays(SealInfo.WarnedBefore);
}

/// <summary>The end of a seal, or of somebody's time with it, is near.</summary>
/// <param name="KeeperId">Whose time; null where the seal itself ends.</param>
internal sealed record SealEnds(Guid SealId, Guid? KeeperId) : IIntegrationEvent;

/// <summary>A person who may use a seal, from a day to a day, both included.</summary>
internal sealed class SealKeeper : Entity, IMultiTenant
{
    private SealKeeper()
    {
    }

    internal SealKeeper(Guid sealId, Guid personId, DateOnly from, DateOnly? to) => (SealId, PersonId, From, To) = (sealId, personId, from, to);

    public Guid TenantId { get; private set; }

    public Guid SealId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; before <see cref="From"/> where it was taken back before a whole day.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>When those concerned were told of the last day; null while they weren't.</summary>
    public DateOnly? ToldOn { get; private set; }

    internal void Tell(DateOnly on) => ToldOn = on;

    internal void EndBefore(DateOnly day) => To = day.AddDays(-1);
}

internal static class SealRules
{
    public static readonly Rule Withdrawn = new("This seal is withdrawn. Set up a new one.");
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule EndsInThePast = new("The last day of a seal is today or a later one. Choose another day, or none.", "ValidUntil");
    public static readonly Rule OverByThen = new("The seal is valid until {0}. Renew it first, or choose an earlier first day.", "From");
    public static readonly Rule BeginsInThePast = new("A seal is entrusted from today or a later day on. Choose another first day.", "From");
    public static readonly Rule KeepsItAlready = new("The person keeps this seal in that time already.", "PersonId");
    public static readonly Rule KeepsItNoLonger = new("The person doesn't keep this seal any more.");
    public static readonly Rule NotToYourself = new("You can't entrust a seal to yourself. Ask somebody else who sets up seals.", "PersonId");
    public static readonly Rule LeftTheInstitute = new("{0} has left the institute. Choose another person.", "PersonId");
    public static readonly Rule UnitArchived = new("“{0}” is archived. Choose an active unit.", "UnitId");
    public static readonly Rule OneSealAUnit = new("“{0}” has a valid seal already. Withdraw it first.", "UnitId");
    public static readonly Rule OnlyOffices = new("Only a school, a district, a county or the institute has a seal.", "UnitId");
}
