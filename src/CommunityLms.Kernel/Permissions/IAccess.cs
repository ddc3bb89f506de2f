using CommunityLms.Kernel.Domain;

namespace CommunityLms.Kernel.Permissions;

/// <summary>What the signed-in person may do, and where. A grant on a unit holds for everything below it.</summary>
public interface IAccess
{
    /// <summary>The units on which the person holds the permission today.</summary>
    Task<UnitScope> ScopeOf(string permission, CancellationToken cancel);
}

/// <summary>The units a permission reaches: a grant's unit with all below it.</summary>
/// <param name="Everything">The whole institute; <paramref name="UnitIds"/> is then empty.</param>
/// <param name="UnitIds">The units, subtrees unfolded.</param>
public sealed record UnitScope(bool Everything, IReadOnlySet<Guid> UnitIds)
{
    public static UnitScope Nothing { get; } = new(Everything: false, new HashSet<Guid>());

    public static UnitScope All { get; } = new(Everything: true, new HashSet<Guid>());

    public bool IsEmpty => !Everything && UnitIds.Count == 0;

    public bool Includes(Guid unitId) => Everything || UnitIds.Contains(unitId);

    /// <summary>The units that both reach.</summary>
    public UnitScope And(UnitScope other) => Everything ? other : other.Everything ? this : new(Everything: false, UnitIds.Intersect(other.UnitIds).ToHashSet());

    /// <summary>Whether this one reaches every unit that the other reaches.</summary>
    public bool Covers(UnitScope other) => Everything || (!other.Everything && other.UnitIds.All(UnitIds.Contains));
}

/// <summary>The questions asked most.</summary>
public static class AccessQuestions
{
    /// <summary>Whether the person holds the permission anywhere.</summary>
    public static async Task<bool> May(this IAccess access, string permission, CancellationToken cancel) =>
        !(await access.ScopeOf(permission, cancel)).IsEmpty;

    /// <summary>Whether the person holds the permission on this unit.</summary>
    public static async Task<bool> May(this IAccess access, string permission, Guid unitId, CancellationToken cancel) =>
        (await access.ScopeOf(permission, cancel)).Includes(unitId);

    /// <exception cref="AccessDenied">The person doesn't hold the permission on this unit.</exception>
    public static async Task Require(this IAccess access, string permission, Guid unitId, CancellationToken cancel)
    {
        if (!await access.May(permission, unitId, cancel))
            throw new AccessDenied(permission);
    }

    /// <exception cref="AccessDenied">The person doesn't hold the permission on the whole institute.</exception>
    public static async Task RequireEverywhere(this IAccess access, string permission, CancellationToken cancel)
    {
        if (!(await access.ScopeOf(permission, cancel)).Everything)
            throw new AccessDenied(permission);
    }
}
