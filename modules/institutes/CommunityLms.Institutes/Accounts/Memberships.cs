using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts;

/// <summary>The institutes an account belongs to: those in which a person is connected with it.</summary>
internal sealed class Memberships(InstitutesDbContext db) : IScopedDependency
{
    public async Task<IReadOnlyList<Membership>> Of(Guid accountId, CancellationToken cancel)
    {
        // Across institutes, because signing in comes before there is one; only the account's own records are read.
        var rows = await (
            from person in db.People.IgnoreQueryFilters([Filters.Tenant])
            where person.AccountId == accountId && person.ArchivedOn == null
            join institute in db.Institutes on person.TenantId equals institute.Id
            orderby institute.Name
            select new { institute.Id, Institute = institute.Name, InstituteLatin = institute.LatinName, PersonId = person.Id, person.FamilyName, person.GivenName, person.LatinName }).ToListAsync(cancel);
        return [.. rows.Select(r => new Membership(r.Id, new(r.Institute, r.InstituteLatin), r.PersonId, new(r.FamilyName, r.GivenName, r.LatinName)))];
    }
}

/// <summary>Who an account is in one institute.</summary>
internal sealed record Membership(Guid InstituteId, LocalName Institute, Guid PersonId, PersonName Name);
