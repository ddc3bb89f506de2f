using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>
/// Whose business a person is: that of the units where they work now; where they work nowhere, of the unit where they worked last, so that
/// nobody is lost between two employments.
/// </summary>
internal sealed class PersonAccess(InstitutesDbContext db, IAccess access, TimeProvider clock) : IScopedDependency
{
    /// <summary>Loads the aggregate for a change.</summary>
    /// <exception cref="RecordMissing">There is no such person in this institute.</exception>
    /// <exception cref="AccessDenied">The permission doesn't reach the person.</exception>
    public async Task<Person> Load(string permission, Guid personId, CancellationToken cancel)
    {
        var person = await db.People.Include(p => p.Employments).Include(p => p.Appraisals).Include(p => p.TutorAppointments).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == personId, cancel) ?? throw new RecordMissing("person");
        await Require(permission, person.Employments, cancel);
        return person;
    }

    /// <summary>The people a permission reaches today.</summary>
    public async Task<IQueryable<Person>> Reached(string permission, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(permission, cancel);
        if (scope.Everything)
            return db.People;
        var (units, today) = (scope.UnitIds.ToArray(), clock.Today());
        return db.People.Where(p => p.Employments.Any(e => units.Contains(e.UnitId) && e.From <= today
            && (e.To == null || e.To >= today || !p.Employments.Any(later => later.To == null || later.To > e.To))));
    }

    private async Task Require(string permission, IReadOnlyList<Employment> employments, CancellationToken cancel)
    {
        if (!Reaches(await access.ScopeOf(permission, cancel), employments, clock.Today()))
            throw new AccessDenied(permission);
    }

    /// <summary>Whether a scope reaches a person with these employments.</summary>
    public static bool Reaches(UnitScope scope, IReadOnlyList<Employment> employments, DateOnly today)
    {
        var now = employments.Where(e => e.Overlaps(today, today)).ToList();
        if (now.Count == 0 && employments.MaxBy(e => e.To ?? DateOnly.MaxValue) is { } last)
            now.Add(last);
        return scope.Everything || now.Any(e => scope.Includes(e.UnitId));
    }
}
