using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Seals;

/// <summary>The confirming authority of a school or district office: named keepers, an image for printing.</summary>
internal sealed class Seal : Aggregate
{
    private readonly List<SealKeeper> _keepers = [];

    private Seal()
    {
    }

    public Seal(Guid unitId, string name) => (UnitId, Name) = (unitId, name);

    /// <summary>The one unit it speaks for; unlike a role it doesn't hold below.</summary>
    public Guid UnitId { get; private set; }

    public string Name { get; private set; } = "";

    public Guid? ImageId { get; private set; }

    /// <summary>The day it ceased to be valid; null while it is.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public IReadOnlyList<SealKeeper> Keepers => _keepers;

    public void Change(string name, Guid? imageId) => (Name, ImageId) = (name.Trim(), imageId ?? ImageId);

    /// <exception cref="RuleBroken">The person keeps it in that time already, or it is withdrawn.</exception>
    public void Entrust(Guid personId, DateOnly from, DateOnly? to)
    {
        Ensure(WithdrawnOn is null, SealRules.Withdrawn);
        Ensure(to is null || to >= from, SealRules.EndsBeforeItBegins);
        Ensure(!_keepers.Any(k => k.PersonId == personId && (k.To is not { } last || last >= from) && (to is null || k.From <= to)), SealRules.KeepsItAlready);
        _keepers.Add(new(Id, personId, from, to));
    }

    public void TakeBack(Guid keeperId, DateOnly on) =>
        (_keepers.SingleOrDefault(k => k.Id == keeperId) ?? throw new RecordMissing("keeper")).EndBefore(on);

    public void Withdraw(DateOnly on) => WithdrawnOn = on;
}

/// <summary>A person who may use a seal, from a day to a day.</summary>
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

    public DateOnly? To { get; private set; }

    internal void EndBefore(DateOnly day) => To = day.AddDays(-1);
}

internal static class SealRules
{
    public static readonly Rule Withdrawn = new("This seal is withdrawn. Set up a new one.");
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule KeepsItAlready = new("The person keeps this seal in that time already.", "PersonId");
    public static readonly Rule OneSealAUnit = new("“{0}” has a valid seal already. Withdraw it first.", "UnitId");
    public static readonly Rule OnlyOffices = new("Only a school, a district, a county or the institute has a seal.", "UnitId");
}
