using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Deletes a role that nobody has or had.</summary>
internal sealed class DeleteRole(InstitutesDbContext db, IAccess access) : IScopedDependency
{
    private const int Named = 5;

    /// <param name="Stamp">The version the person was looking at.</param>
    internal sealed record Input(Guid RoleId, Guid Stamp);

    public async Task Handle(Input input, CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Grants.Roles, cancel);
        var role = await db.Roles.SingleOrDefaultAsync(r => r.Id == input.RoleId, cancel) ?? throw new RecordMissing("role");
        if (role.BuiltIn is not null)
            throw new RuleBroken(RoleRules.BuiltIn, role.LocalName);
        await RequireUnused(role, cancel);
        db.ExpectVersion(role, input.Stamp);
        db.Remove(role);
        await db.SaveChangesAsync(cancel);
    }

    private async Task RequireUnused(Role role, CancellationToken cancel)
    {
        var holders = db.People.Where(p => db.Grants.Any(g => g.RoleId == role.Id && g.PersonId == p.Id));
        var count = await holders.CountAsync(cancel);
        if (count == 0)
            return;
        var names = await holders.OrderBy(p => p.SortName).Take(Named).Select(p => new PersonName(p.FamilyName, p.GivenName, p.LatinName)).ToListAsync(cancel);
        var people = string.Join(Languages.IsChinese ? "、" : ", ", names);
        throw count > names.Count ? new(RoleRules.InUseByMany, role.LocalName, people, count - names.Count) : new RuleBroken(RoleRules.InUse, role.LocalName, people);
    }
}
