using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Home;

/// <param name="Place">The units above it, nearest first.</param>
/// <param name="Subject">Null for work without a subject.</param>
internal sealed record MyEmployment(LocalName Unit, string Place, LocalName? Subject, DateOnly From);

internal sealed record MyRole(LocalName Role, LocalName Unit, DateOnly? To);

internal sealed record PlaceOfMine(IReadOnlyList<MyEmployment> Employments, IReadOnlyList<MyRole> Roles);

/// <summary>Where the person works and what they were given to do, today.</summary>
internal sealed class MyPlace(InstitutesDbContext db, IOrganisation organisation, SubjectNames subjects, ICurrentUser user, TimeProvider clock) : IDashboardWidget
{
    public string Title => "Your work and roles";

    public string? Permission => null;

    public int Order => 110;

    public string Partial => "/Areas/Institutes/Pages/Home/_MyPlace.cshtml";

    public async Task<object?> Load(CancellationToken cancel)
    {
        var (me, today) = (user.Actor?.PersonId, clock.Today());
        var work = await db.Employments.Where(e => e.PersonId == me && e.From <= today && (e.To == null || e.To >= today)).OrderBy(e => e.From)
            .Select(e => new { e.UnitId, e.SubjectId, e.From }).ToListAsync(cancel);
        var roles = await db.Grants.Where(g => g.PersonId == me && g.From <= today && (g.To == null || g.To >= today)).OrderBy(g => g.From)
            .Join(db.Roles, g => g.RoleId, r => r.Id, (g, r) => new { r.Name, r.LatinName, g.UnitId, g.To }).ToListAsync(cancel);
        if (work.Count + roles.Count == 0)
            return null;
        var (tree, names) = (await organisation.Tree(cancel), await subjects.All(cancel));
        return new PlaceOfMine(
            [.. work.Select(w => new MyEmployment(tree.Find(w.UnitId)!.Name, tree.PlaceOf(w.UnitId), w.SubjectId is { } subject ? names.GetValueOrDefault(subject) : null, w.From))],
            [.. roles.Select(r => new MyRole(new(r.Name, r.LatinName), tree.Find(r.UnitId)!.Name, r.To))]);
    }
}
