using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>What other modules see of teachers' posts.</summary>
internal sealed class TeachingPosts(InstitutesDbContext db, SubjectNames subjects) : ITeaching, IScopedDependency
{
    public async Task<IReadOnlyDictionary<Guid, SubjectInfo>> Subjects(CancellationToken cancel) =>
        await subjects.Known(cancel);

    public Task<IReadOnlyList<TeachingPost>> PostsOf(IReadOnlyCollection<Guid> personIds, CancellationToken cancel) =>
        Show(db.People.Where(p => personIds.Contains(p.Id)).SelectMany(p => p.Employments), cancel);

    public Task<IReadOnlyList<TeachingPost>> PostsIn(IReadOnlyCollection<Guid> subjectIds, DateOnly from, DateOnly to, CancellationToken cancel) =>
        Show(db.People.Where(p => p.ArchivedOn == null).SelectMany(p => p.Employments).Where(e => subjectIds.Contains(e.SubjectId!.Value) && e.From <= to && (e.To == null || e.To >= from)), cancel);

    public async Task<IReadOnlyDictionary<Guid, BackboneLevel>> BackboneLevels(IReadOnlyCollection<Guid> personIds, Guid subjectId, DateOnly on, CancellationToken cancel) =>
        (await db.People.Where(p => personIds.Contains(p.Id)).SelectMany(p => p.Appraisals)
            .Where(a => (a.SubjectId == null || a.SubjectId == subjectId) && a.From <= on && (a.To == null || a.To >= on)).Select(a => new { a.PersonId, a.Level }).ToListAsync(cancel))
        .GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.Max(a => a.Level));

    private static async Task<IReadOnlyList<TeachingPost>> Show(IQueryable<Employment> posts, CancellationToken cancel) => await posts.Where(e => e.SubjectId != null)
        .Select(e => new TeachingPost(e.PersonId, e.UnitId, e.SubjectId!.Value, e.GradeBand, e.Load, e.From, e.To)).ToListAsync(cancel);
}
