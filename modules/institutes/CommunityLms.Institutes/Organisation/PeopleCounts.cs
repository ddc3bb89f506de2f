using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>How many people work where today. A person with two posts below one unit counts there once.</summary>
internal sealed class PeopleCounts(InstitutesDbContext db, TimeProvider clock) : IScopedDependency
{
    /// <summary>The people of each unit including all units below it, in one query; a unit without people is missing.</summary>
    public Task<Dictionary<Guid, int>> ByUnit(CancellationToken cancel) =>
        PostsByUnitAndAbove().GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>The people of one unit including all units below it.</summary>
    public Task<int> In(Guid unitId, CancellationToken cancel) => PostsByUnitAndAbove().Where(p => p.UnitId == unitId).CountAsync(cancel);

    /// <summary>The people by the setting of their unit or, where it has none of its own, of the one above it.</summary>
    public async Task<Dictionary<UnitSetting, int>> BySetting(UnitScope scope, CancellationToken cancel)
    {
        var counts = await (
            from post in PostsOfToday().Within(scope, e => e.UnitId)
            join unit in db.Units on post.UnitId equals unit.Id
            join above in db.Units on unit.ParentId equals above.Id into parents
            from parent in parents.DefaultIfEmpty()
            let setting = unit.Setting ?? parent!.Setting
            where setting != null
            select new { post.PersonId, setting }).Distinct().GroupBy(p => p.setting).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return counts.ToDictionary(c => c.Key!.Value, c => c.Count);
    }

    /// <summary>Each person once for each unit at or above a post. Four kinds of units stand at most one below the other, so three steps up reach the top.</summary>
    private IQueryable<PostSeen> PostsByUnitAndAbove()
    {
        var here = PostsOfToday().Select(e => new PostSeen { UnitId = e.UnitId, PersonId = e.PersonId });
        var oneUp = Up(here);
        var twoUp = Up(oneUp);
        return here.Union(oneUp).Union(twoUp).Union(Up(twoUp));
    }

    private IQueryable<PostSeen> Up(IQueryable<PostSeen> posts) =>
        from post in posts
        join unit in db.Units on post.UnitId equals unit.Id
        where unit.ParentId != null
        select new PostSeen { UnitId = unit.ParentId!.Value, PersonId = post.PersonId };

    private IQueryable<People.Employment> PostsOfToday()
    {
        var today = clock.Today();
        return db.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today));
    }

    private sealed class PostSeen
    {
        public Guid UnitId { get; init; }

        public Guid PersonId { get; init; }
    }
}
