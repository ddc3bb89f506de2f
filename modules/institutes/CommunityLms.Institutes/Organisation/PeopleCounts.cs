using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>How many people work where today. A person with two posts below one unit counts there once.</summary>
/// <remarks>The tree is in memory already; a join of every post with the units above it costs a database far more than to read the posts.</remarks>
internal sealed class PeopleCounts(InstitutesDbContext db, OrganisationStore organisation, TimeProvider clock) : IScopedDependency
{
    /// <summary>The people of each unit including all units below it; a unit without people is missing.</summary>
    public async Task<Dictionary<Guid, int>> ByUnit(CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return (await PostsOfToday(cancel)).SelectMany(post => tree.PathOf(post.UnitId).Select(unit => (unit.Id, post.PersonId))).Distinct().CountBy(p => p.Id).ToDictionary();
    }

    /// <summary>The people by the setting of their unit or, where it has none of its own, of the one above it.</summary>
    public async Task<Dictionary<UnitSetting, int>> BySetting(UnitScope scope, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return (
            from post in await PostsOfToday(cancel)
            where scope.Includes(post.UnitId)
            let setting = tree.Find(post.UnitId) is { } unit ? UnitTree.SettingOf(unit, tree) : null
            where setting is not null
            select (Setting: setting.Value, post.PersonId)).Distinct().CountBy(p => p.Setting).ToDictionary();
    }

    private Task<List<Post>> PostsOfToday(CancellationToken cancel)
    {
        var today = clock.Today();
        return db.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).Select(e => new Post(e.UnitId, e.PersonId)).ToListAsync(cancel);
    }

    private sealed record Post(Guid UnitId, Guid PersonId);
}
