namespace CommunityLms.Institutes.Contracts;

/// <summary>The confirming authority of schools and offices, for modules whose documents get a seal.</summary>
public interface ISeals
{
    /// <summary>The seals a person may use today, in the order of the units' names.</summary>
    Task<IReadOnlyList<SealInfo>> KeptBy(Guid personId, CancellationToken cancel);

    /// <summary>The seal with which the person may confirm for this unit today. A seal speaks for its own unit only, not for those below.</summary>
    /// <returns>Null where the person may not.</returns>
    Task<SealInfo?> UsableBy(Guid personId, Guid unitId, CancellationToken cancel);

    /// <summary>A seal by its id, also one that is withdrawn since: what it confirmed stays confirmed and is printed with it.</summary>
    /// <returns>Null where the institute has no such seal.</returns>
    Task<SealInfo?> Find(Guid sealId, CancellationToken cancel);

    /// <summary>The seals a person kept until a short while ago and may not use any more, though they aren't withdrawn, with who can renew them.</summary>
    Task<IReadOnlyList<EndedSeal>> EndedFor(Guid personId, CancellationToken cancel);

    /// <summary>The people who may confirm for this unit today.</summary>
    Task<IReadOnlyList<Guid>> KeepersOf(Guid unitId, CancellationToken cancel);
}

/// <summary>A seal as other modules see it.</summary>
/// <param name="UnitId">The one unit it speaks for.</param>
/// <param name="Name">The words of the seal, as the office writes them.</param>
/// <param name="ImageId">Its image in the file store; null where a document leaves room for the stamp instead.</param>
/// <param name="LastDay">Of a person's seal, the last day on which they may use it; else the last day of the seal itself. Null for no end.</param>
public sealed record SealInfo(Guid Id, Guid UnitId, string Name, Guid? ImageId, DateOnly? LastDay = null)
{
    /// <summary>How many days before its end those concerned are told and warned.</summary>
    public const int WarnedBefore = 30;

    public bool EndsSoon(DateOnly today) => LastDay <= today.AddDays(WarnedBefore);
}

/// <summary>A seal that somebody kept and may not use any more.</summary>
/// <param name="Seal">With the last day on which they could.</param>
/// <param name="IsSealOver">The seal itself is over; otherwise only this person's time with it.</param>
/// <param name="RenewedBy">Those who can renew or entrust it, the nearest above its unit.</param>
public sealed record EndedSeal(SealInfo Seal, bool IsSealOver, IReadOnlyList<PersonName> RenewedBy);
