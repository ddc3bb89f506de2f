using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Defines a role or changes one. Permissions may be taken out at will, but put in only by somebody who holds them everywhere.</summary>
internal sealed class SaveRole(InstitutesDbContext db, IAccess access, EscalationGuard guard, PermissionCatalog catalog) : IScopedDependency
{
    /// <param name="RoleId">Null for a new role.</param>
    /// <param name="Permissions">All it is to hold, of those the enabled modules know.</param>
    /// <param name="Stamp">The version the person was looking at; of no meaning for a new role.</param>
    internal sealed record Input(Guid? RoleId, RoleDetails Details, IReadOnlyCollection<string> Permissions, Guid Stamp);

    /// <returns>The role's id.</returns>
    public async Task<Guid> Handle(Input input, CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Grants.Roles, cancel);
        var role = input.RoleId is { } id
            ? await db.Roles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new RecordMissing("role")
            : new Role(input.Details, []);
        var held = role.Permissions.Select(p => p.Permission).ToHashSet();
        if (input.Permissions.FirstOrDefault(p => !catalog.Knows(p)) is { } unknown)
            throw new RuleBroken(RoleRules.NoSuchPermission, unknown);
        await guard.RequireHeld(input.Permissions.Where(p => !held.Contains(p)), unitId: null, RoleRules.MoreThanYouHave, cancel);
        var name = input.Details.Name.Trim();
        if (await db.Roles.AnyAsync(r => r.Name == name && r.Id != role.Id, cancel))
            throw new RuleBroken(RoleRules.NameTaken, name);
        // What a module that is away at the moment has put in isn't shown on the form and stays.
        role.Change(input.Details, [.. input.Permissions, .. held.Where(p => !catalog.Knows(p))]);
        if (input.RoleId is null)
            db.Add(role);
        else
            db.ExpectVersion(role, input.Stamp);
        await db.SaveChangesAsync(cancel);
        return role.Id;
    }
}
