using System.Linq.Expressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>What a list of people is narrowed to; null means all.</summary>
/// <param name="Search">Name, transcription, initials, staff number or unit, as one types.</param>
/// <param name="UnitId">Working now in this unit or below it.</param>
internal sealed record PeopleFilter(string? Search = null, Guid? UnitId = null, Guid? SubjectId = null, BackboneLevel? Level = null, TutorPosition? Position = null, bool Archived = false)
{
    /// <summary>Whether anything but the usual list is asked for.</summary>
    public bool IsNarrow => this != new PeopleFilter();
}

/// <summary>The order of a list of people: by name unless by staff number.</summary>
internal sealed record PeopleOrder(bool ByNumber = false, bool Descending = false);

/// <summary>A line in the list of people.</summary>
/// <param name="Unit">Where they work now; null where they work nowhere.</param>
/// <param name="School">The school or office above the unit, where the unit isn't one itself.</param>
/// <param name="Level">The highest appraisal that holds.</param>
internal sealed record PersonLine(Guid Id, PersonName Name, string StaffNumber, string? Unit, string? School, string? Subject, GradeBand? GradeBand, EmploymentLoad? Load, BackboneLevel? Level, BackboneCategory? Category, TutorPosition? Position);

/// <summary>Lists of people, each no further than the permission reaches.</summary>
internal sealed class PersonQueries(PersonAccess people, IOrganisation organisation, SubjectNames names, TimeProvider clock) : IScopedDependency
{
    /// <summary>How many a filter finds.</summary>
    public async Task<int> Count(PeopleFilter filter, CancellationToken cancel) =>
        await (await Narrow(await people.Reached(InstitutesPermissions.People.View, cancel), filter, clock.Today(), cancel)).CountAsync(cancel);

    public async Task<Page<PersonLine>> List(PeopleFilter filter, PageRequest page, CancellationToken cancel, PeopleOrder? order = null)
    {
        order ??= new();
        Expression<Func<Person, string>> key = order.ByNumber ? p => p.StaffNumber : p => p.SortName;
        var today = clock.Today();
        var rows = await Narrow(await people.Reached(InstitutesPermissions.People.View, cancel), filter, today, cancel);
        var found = await rows.AsSingleQuery().ToPage(key, p => p.Id, p => new
        {
            p.Id, p.StaffNumber, p.FamilyName, p.GivenName, p.LatinName,
            // All of them: to take the first in SQL would number the employments of everybody. A page is small, so one query joins them.
            Works = p.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).OrderBy(e => e.From).Select(e => new { e.UnitId, e.SubjectId, e.GradeBand, e.Load }).ToList(),
            Honours = p.Appraisals.Where(a => a.To == null || a.To >= today).Select(a => new { a.Level, a.Category }).ToList(),
            Position = p.TutorAppointments.Where(a => a.From <= today && (a.To == null || a.To >= today)).Select(a => (TutorPosition?)a.Position).FirstOrDefault(),
        }, page, cancel, order.Descending);
        var tree = await organisation.Tree(cancel);
        var subjects = await names.All(cancel);
        return new([.. found.Items.Select(f =>
        {
            var work = f.Works.FirstOrDefault();
            var unit = work is null ? null : tree.Find(work.UnitId);
            var school = unit is { Kind: UnitKind.Department } ? tree.Find(unit.ParentId!.Value) : null;
            var best = f.Honours.MaxBy(h => h.Level);
            return new PersonLine(f.Id, new(f.FamilyName, f.GivenName, f.LatinName), f.StaffNumber, unit?.Name.ToString(), school?.Name.ToString(),
                work?.SubjectId is { } subject ? subjects.GetValueOrDefault(subject)?.ToString() : null, work?.GradeBand, work?.Load, best?.Level, best?.Category, f.Position);
        })], found.Next);
    }

    private async Task<IQueryable<Person>> Narrow(IQueryable<Person> rows, PeopleFilter filter, DateOnly today, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        rows = rows.Where(p => (p.ArchivedOn != null) == filter.Archived);
        foreach (var word in PersonSearch.Words(filter.Search))
        {
            var units = tree.All.Where(u => PersonSearch.Matches(u.Name, word)).SelectMany(u => tree.SubtreeOf(u.Id)).Select(u => u.Id).Distinct().ToArray();
            rows = rows.Where(p => p.SearchText.Contains(word) || p.Employments.Any(e => units.Contains(e.UnitId) && e.From <= today && (e.To == null || e.To >= today)));
        }
        if (filter.UnitId is { } unitId)
        {
            var units = tree.SubtreeOf(unitId).Select(u => u.Id).ToArray();
            rows = rows.Where(p => p.Employments.Any(e => units.Contains(e.UnitId) && e.From <= today && (e.To == null || e.To >= today)));
        }
        if (filter.SubjectId is { } subject)
            rows = rows.Where(p => p.Employments.Any(e => e.SubjectId == subject && e.From <= today && (e.To == null || e.To >= today)));
        if (filter.Level is { } level)
            rows = rows.Where(p => p.Appraisals.Any(a => a.Level == level && (a.To == null || a.To >= today)));
        if (filter.Position is { } position)
            rows = rows.Where(p => p.TutorAppointments.Any(a => a.Position == position && a.From <= today && (a.To == null || a.To >= today)));
        return rows;
    }
}
