using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>What a change of the tree would carry along.</summary>
/// <param name="Units">The unit and the active ones below it.</param>
/// <param name="People">Who works in them today.</param>
/// <param name="Begins">Grants that would begin to reach them.</param>
/// <param name="Ceases">Grants that would reach them no longer.</param>
/// <param name="Seals">The names of the valid seals of the unit itself.</param>
internal sealed record TreeChange(int Units, int People, IReadOnlyList<GrantReach> Begins, IReadOnlyList<GrantReach> Ceases, IReadOnlyList<string> Seals);

/// <summary>Who holds which role, and on which unit; without names where the person who asks may not see grants.</summary>
internal sealed record GrantReach(PersonName? Person, LocalName? Role, LocalName Unit);

/// <summary>Tells before a unit is moved, merged or archived what that would do.</summary>
internal sealed class UnitReach(InstitutesDbContext db, OrganisationStore organisation, PeopleCounts people, IAccess access, TimeProvider clock) : IScopedDependency
{
    /// <param name="newParent">The unit it would stand below; null when it stays where it is.</param>
    public async Task<TreeChange> OfMove(Guid id, Guid? newParent, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return await Of(id, tree, tree.PathOf(id).Skip(1), newParent is { } to ? tree.PathOf(to) : tree.PathOf(id).Skip(1), cancel);
    }

    /// <summary>A merger: grants on the unit itself and above it make way for those on the other and above that.</summary>
    public async Task<TreeChange> OfMerge(Guid id, Guid intoId, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return await Of(id, tree, tree.PathOf(id), tree.PathOf(intoId), cancel);
    }

    private async Task<TreeChange> Of(Guid id, OrganisationTree tree, IEnumerable<UnitInfo> before, IEnumerable<UnitInfo> after, CancellationToken cancel)
    {
        var (old, next) = (before.Select(u => u.Id).ToHashSet(), after.Select(u => u.Id).ToHashSet());
        var grants = await GrantsOn(old.Except(next).Union(next.Except(old)).ToArray(), cancel);
        var seals = await db.Seals.Where(s => s.UnitId == id && s.WithdrawnOn == null).Select(s => s.Name).ToListAsync(cancel);
        var scope = await access.ScopeOf(InstitutesPermissions.Grants.View, cancel);
        return new(tree.SubtreeOf(id).Count(u => !u.IsArchived), (await people.ByUnit(cancel)).GetValueOrDefault(id),
            [.. grants.Where(g => next.Contains(g.UnitId)).Select(Show)], [.. grants.Where(g => old.Contains(g.UnitId)).Select(Show)], seals);

        GrantReach Show(GrantRow grant) => scope.Includes(grant.UnitId)
            ? new(new(grant.FamilyName, grant.GivenName, grant.LatinName), new(grant.Role, grant.RoleLatinName), tree.Find(grant.UnitId)!.Name)
            : new(Person: null, Role: null, tree.Find(grant.UnitId)!.Name);
    }

    private Task<List<GrantRow>> GrantsOn(Guid[] units, CancellationToken cancel)
    {
        var today = clock.Today();
        return (
            from grant in db.Grants
            where units.Contains(grant.UnitId) && (grant.To == null || grant.To >= today)
            join person in db.People on grant.PersonId equals person.Id
            join role in db.Roles on grant.RoleId equals role.Id
            orderby person.SortName, person.Id
            select new GrantRow(grant.UnitId, person.FamilyName, person.GivenName, person.LatinName, role.Name, role.LatinName)).ToListAsync(cancel);
    }

    private sealed record GrantRow(Guid UnitId, string FamilyName, string GivenName, string? LatinName, string Role, string? RoleLatinName);
}
