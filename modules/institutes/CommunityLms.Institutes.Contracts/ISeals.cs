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
}

/// <summary>A seal as other modules see it.</summary>
/// <param name="UnitId">The one unit it speaks for.</param>
/// <param name="Name">The words of the seal, as the office writes them.</param>
/// <param name="ImageId">Its image in the file store; null where a document leaves room for the stamp instead.</param>
public sealed record SealInfo(Guid Id, Guid UnitId, string Name, Guid? ImageId);
