using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Seals;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Seeding;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Sample;

/// <summary>Brings the two sample institutes into an empty database, with accounts that share one public password.</summary>
internal sealed class SampleSeed(InstitutesDbContext db, PermissionCatalog permissions, UserManager<Account> accounts, ICurrentTenant tenant, TimeProvider clock) : IDataSeedContributor
{
    public const string Password = "Sample-2026!";

    /// <summary>Of every address in the sample; nobody's (RFC 2606).</summary>
    public const string Domain = "@sample.example";

    private const int SampleNumber = 7;

    public async Task Seed(bool sample, CancellationToken cancel)
    {
        if (!sample || await db.Institutes.AnyAsync(cancel))
            return;
        var today = clock.Today();
        await Bring(SampleCity.Create(SampleNumber, today), SampleGrants.OfCity, today, cancel);
        var county = SampleCity.Second(SampleNumber, today);
        await Bring(county, SampleGrants.OfCounty(county), today, cancel);
    }

    private async Task Bring(SampleCity city, IReadOnlyDictionary<string, SampleGrant> grants, DateOnly today, CancellationToken cancel)
    {
        var root = city.Units[0];
        var institute = new Institute(root.Name, root.LatinName);
        using var _ = tenant.Change(institute.Id);
        db.Add(institute);
        var units = AddUnits(city);
        var subjects = city.Subjects.ToDictionary(s => s.Code, s => new Subject(s.Code, s.Name, s.LatinName));
        db.AddRange(subjects.Values);
        var people = city.People.Select(p => (Sample: p, Person: SamplePersonRecord.Of(p, units, subjects))).ToList();
        db.AddRange(people.Select(p => p.Person));
        var roles = BuiltInRoles.Create(permissions.Definitions);
        db.AddRange(roles);
        foreach (var (sampled, person) in people.Where(p => grants.ContainsKey(p.Sample.Key)))
        {
            var given = grants[sampled.Key];
            person.Connect(given.AccountOf is { } other ? await Find(other) : await Open(sampled, given.IsHostAdministrator));
            db.Add(new Grant(person.Id, roles.Single(r => r.BuiltIn == given.Role).Id, given.OnUnit is { } key ? units[key].Id : units[root.Key].Id, today, to: null));
            if (given.KeepsSealOf is { } sealedUnit)
                Entrust(units[sealedUnit], person, today);
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private Dictionary<string, Unit> AddUnits(SampleCity city)
    {
        var units = new Dictionary<string, Unit>();
        foreach (var unit in city.Units)
            units[unit.Key] = new(unit.Kind, new(unit.Name, unit.LatinName, unit.Code, unit.Setting, unit.Address), unit.ParentKey is { } parent ? units[parent] : null, unit.Since);
        db.AddRange(units.Values);
        return units;
    }

    private void Entrust(Unit unit, Person keeper, DateOnly today)
    {
        var seal = new Seal(unit.Id, unit.Kind, unit.Name);
        seal.Entrust(keeper.Id, today, to: null);
        db.Add(seal);
    }

    private async Task<Guid> Find(string person) => (await accounts.FindByEmailAsync(person + Domain))!.Id;

    private async Task<Guid> Open(SamplePerson person, bool isHostAdministrator)
    {
        var account = new Account(person.Email, person.LatinName) { IsHostAdministrator = isHostAdministrator };
        var opened = await accounts.CreateAsync(account, Password);
        return opened.Succeeded ? account.Id : throw new InvalidOperationException(string.Join(' ', opened.Errors.Select(e => e.Description)));
    }
}
