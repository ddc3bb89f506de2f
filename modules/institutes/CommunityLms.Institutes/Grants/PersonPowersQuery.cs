using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>What one person may do.</summary>
/// <param name="Grants">Their grants, the newest first, those that are over too.</param>
/// <param name="Units">What they may do today, by the unit on which it was given.</param>
internal sealed record PersonPowers(Guid PersonId, PersonName Person, IReadOnlyList<GrantView> Grants, IReadOnlyList<UnitPowers> Units);

/// <param name="Place">The units above it, nearest first, without the institute.</param>
/// <param name="Below">How many units stand below it, where all of it holds too.</param>
internal sealed record UnitPowers(LocalName Unit, string Place, int Below, IReadOnlyList<PowerGroup> Groups);

/// <summary>The permissions of one module.</summary>
internal sealed record PowerGroup(string Heading, IReadOnlyList<Power> Powers);

/// <param name="From">The grants it comes from.</param>
internal sealed record Power(string Words, IReadOnlyList<GrantView> From);

/// <summary>Reads what a person may do: everything for themselves, for others what reaches the units whose grants they may see.</summary>
internal sealed class PersonPowersQuery(InstitutesDbContext db, GrantQueries grants, PermissionCatalog catalog, IAccess access, IOrganisation organisation) : IScopedDependency
{
    public Task<PersonPowers> Own(Guid personId, CancellationToken cancel) => Read(personId, UnitScope.All, cancel);

    /// <exception cref="RecordMissing">There is no such person in this institute.</exception>
    public async Task<PersonPowers> Find(Guid personId, CancellationToken cancel) => await Read(personId, await access.ScopeOf(InstitutesPermissions.Grants.View, cancel), cancel);

    private async Task<PersonPowers> Read(Guid personId, UnitScope reach, CancellationToken cancel)
    {
        var name = await db.People.Where(p => p.Id == personId).Select(p => new PersonName(p.FamilyName, p.GivenName, p.LatinName)).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("person");
        var tree = await organisation.Tree(cancel);
        // A grant on a unit above one's own reaches down to it.
        var reaching = reach.UnitIds.SelectMany(tree.PathOf).Select(u => u.Id).ToHashSet();
        var visible = (await grants.Of(personId, cancel)).Where(g => reach.Everything || reaching.Contains(g.UnitId)).ToList();
        var holding = visible.Where(g => g.State == GrantState.Holds).ToList();
        var held = await HeldThrough([.. holding.Select(g => g.RoleId).Distinct()], cancel);
        return new(personId, name, visible, [.. holding.GroupBy(g => g.UnitId).OrderBy(g => tree.PathOf(g.Key).Count()).ThenBy(g => g.First().Unit.ToString(), StringComparer.CurrentCulture)
            .Select(g => new UnitPowers(g.First().Unit, tree.PlaceOf(g.Key), tree.SubtreeOf(g.Key).Count() - 1, Unfold([.. g], held)))]);
    }

    private async Task<ILookup<string, Guid>> HeldThrough(Guid[] roleIds, CancellationToken cancel)
    {
        var roles = await db.Roles.AsNoTracking().Include(r => r.Permissions).Where(r => roleIds.Contains(r.Id)).ToListAsync(cancel);
        return roles.SelectMany(r => catalog.HeldThrough(r).Select(p => (Permission: p, r.Id))).ToLookup(h => h.Permission, h => h.Id);
    }

    private IReadOnlyList<PowerGroup> Unfold(IReadOnlyList<GrantView> here, ILookup<string, Guid> held) =>
    [
        .. catalog.Groups()
            .Select(group => new PowerGroup(group.Heading, [.. group.Permissions.Select(p => new Power(p.Words, [.. here.Where(g => held[p.Name].Contains(g.RoleId))])).Where(p => p.From.Count > 0)]))
            .Where(group => group.Powers.Count > 0),
    ];
}
