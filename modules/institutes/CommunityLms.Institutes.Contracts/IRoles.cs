namespace CommunityLms.Institutes.Contracts;

/// <summary>Who holds which role today, for modules that bring work to people. A role's key is its code where every institute starts with it ("school-officer"), else its name.</summary>
public interface IRoles
{
    /// <summary>The institute's roles, in the order in which they came.</summary>
    Task<IReadOnlyList<RoleInfo>> All(CancellationToken cancel);

    /// <summary>The people to whom the role was given on the unit, or else on the nearest unit above where somebody holds it.</summary>
    /// <returns>Null where nobody holds it there or anywhere above.</returns>
    Task<RoleHolders?> Holders(string role, Guid unitId, CancellationToken cancel);

    /// <summary>The roles a person was given, each with the unit it was given on.</summary>
    Task<IReadOnlyList<HeldRole>> HeldBy(Guid personId, CancellationToken cancel);
}

public sealed record RoleInfo(string Key, LocalName Name);

/// <param name="UnitId">Where they hold it.</param>
public sealed record RoleHolders(Guid UnitId, IReadOnlyList<PersonInfo> People);

public sealed record HeldRole(string Role, Guid UnitId);
