using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>An institute can't lock itself out.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class LastAdministratorStays(InstitutesHost host) : OnGrants(host)
{
    [Fact]
    public async Task LastAdministrator_WhenRevokedOrGivenAnEnd_IsKept()
    {
        var own = await NewInstitute();
        (await Refusals.Of(() => Revoke(own, own.Grant))).ShouldBe(GrantRules.LastAdministrator);
        (await Refusals.Of(() => InInstitute(own, async s => await s.GetRequiredService<EndGrant>().Handle(new(own.Grant, Today.AddDays(30), await Stamp(s, own.Grant)), default)))).ShouldBe(GrantRules.LastAdministrator);
    }

    [Fact]
    public async Task LastAdministrator_WhenTheOtherOneCantSignInYet_IsKept()
    {
        var own = await NewInstitute();
        await Add(own, UsualRoles.Administrator, account: null);
        (await Refusals.Of(() => Revoke(own, own.Grant))).ShouldBe(GrantRules.LastAdministrator);
    }

    [Fact]
    public async Task LastAdministrator_WhenArchivedOrDisconnected_IsKept()
    {
        var own = await NewInstitute();
        var officer = new Actor(Guid.CreateVersion7(), "?", (await Add(own, UsualRoles.Officer, account: null)).Person);
        await InInstitute(own, async s =>
        {
            (await InstitutesHost.Db(s).People.SingleAsync(p => p.Id == officer.PersonId)).Connect(officer.AccountId);
            await InstitutesHost.Db(s).SaveChangesAsync();
        });
        var last = own.Administrator.PersonId!.Value;

        (await Refusals.Of(() => InInstitute(own, s => s.GetRequiredService<ArchivePerson>().Archive(last, Today, default)))).ShouldBe(GrantRules.LastAdministrator);
        (await Refusals.Of(() => InInstitute(own with { Administrator = officer }, s => s.GetRequiredService<RevokeConnection>().Handle(last, default)))).ShouldBe(GrantRules.LastAdministrator);
        var kept = await InInstitute(own, s => InstitutesHost.Db(s).People.AsNoTracking().SingleAsync(p => p.Id == last));
        (kept.ArchivedOn, kept.AccountId).ShouldBe((null, own.Administrator.AccountId));
    }

    [Fact]
    public async Task Administrator_WhenAnotherStays_CanBeRevokedOrArchived()
    {
        var own = await NewInstitute();
        var other = await Add(own, UsualRoles.Administrator, Guid.CreateVersion7());
        await Revoke(own, own.Grant);
        (await InInstitute(own, s => InstitutesHost.Db(s).Grants.Where(g => g.Id == own.Grant).Select(g => g.To).SingleAsync())).ShouldBe(Today.AddDays(-1));

        var second = await NewInstitute();
        await Add(second, UsualRoles.Administrator, Guid.CreateVersion7());
        await InInstitute(second, s => s.GetRequiredService<ArchivePerson>().Archive(second.Administrator.PersonId!.Value, Today, default));
        (await Refusals.Of(() => InInstitute(own, s => s.GetRequiredService<Administrators>().RequireAnother(Found(s, other.Person), default)))).ShouldBe(GrantRules.LastAdministrator);
    }

    [Fact]
    public async Task Administrators_WhoRevokeEachOtherAtOnce_DontBothSucceed()
    {
        var own = await NewInstitute();
        var other = await Add(own, UsualRoles.Administrator, Guid.CreateVersion7());
        await Should.ThrowAsync<ChangedMeanwhile>(() => InInstitute(own, async s =>
        {
            // The first has checked and is about to save when the second is through.
            var db = InstitutesHost.Db(s);
            var mine = await db.Grants.SingleAsync(g => g.Id == own.Grant);
            await s.GetRequiredService<Administrators>().RequireAnother(mine, default);
            mine.Revoke(Today);
            await Revoke(own, other.Grant);
            await db.SaveChangesAsync();
        }));
        (await InInstitute(own, s => InstitutesHost.Db(s).Grants.CountAsync(g => g.To == null))).ShouldBe(1);
    }

    [Fact]
    public async Task Administrators_WhoArchiveEachOtherAtOnce_DontBothSucceed()
    {
        var own = await NewInstitute();
        var other = await Add(own, UsualRoles.Administrator, Guid.CreateVersion7());
        await Should.ThrowAsync<ChangedMeanwhile>(() => InInstitute(own, async s =>
        {
            var db = InstitutesHost.Db(s);
            var mine = Found(s, own.Administrator.PersonId!.Value);
            await s.GetRequiredService<Administrators>().RequireAnother(mine, default);
            mine.Archive(Today);
            await InInstitute(own, scope => scope.GetRequiredService<ArchivePerson>().Archive(other.Person, Today, default));
            await db.SaveChangesAsync();
        }));
        (await InInstitute(own, s => InstitutesHost.Db(s).People.CountAsync(p => p.ArchivedOn == null))).ShouldBe(1);
    }

    private static Person Found(IServiceProvider services, Guid person) => InstitutesHost.Db(services).People.Single(p => p.Id == person);

    private sealed record Own(Guid Institute, Actor Administrator, Guid Grant);

    /// <summary>An institute of its own with one administrator, for what would lock the sample's out.</summary>
    private async Task<Own> NewInstitute()
    {
        var account = Guid.CreateVersion7();
        var made = await Host.As(Guid.CreateVersion7(), actor: null, s => s.GetRequiredService<SetUpInstitute>().Handle(
            new NewInstituteInput { Name = "试验教研院", FamilyName = "管", GivenName = "理", StaffNumber = "1", Email = "one@sample.example" }, account, default));
        var administrator = new Actor(account, "?", made.Administrator.Id);
        return new(made.InstituteId, administrator, await Host.As(made.InstituteId, administrator, s => InstitutesHost.Db(s).Grants.Select(g => g.Id).SingleAsync()));
    }

    /// <summary>Somebody else with a role on the whole institute.</summary>
    private async Task<(Guid Person, Guid Grant)> Add(Own own, string builtIn, Guid? account) => await InInstitute(own, async s =>
    {
        var db = InstitutesHost.Db(s);
        var person = new Person(new("2", "第", "二"));
        if (account is { } known)
            person.Connect(known);
        db.Add(person);
        await db.SaveChangesAsync();
        var (role, root) = (await db.Roles.SingleAsync(r => r.BuiltIn == builtIn), await db.Units.SingleAsync());
        return (person.Id, await s.GetRequiredService<GiveGrant>().Handle(new(person.Id, role.Id, root.Id, Today, To: null), default));
    });

    private Task<bool> Revoke(Own own, Guid grant) => InInstitute(own, async s => await s.GetRequiredService<RevokeGrant>().Handle(new(grant, await Stamp(s, grant)), default));

    private Task<T> InInstitute<T>(Own own, Func<IServiceProvider, Task<T>> work) => Host.As(own.Institute, own.Administrator, work);

    private Task<bool> InInstitute(Own own, Func<IServiceProvider, Task> work) => Host.As(own.Institute, own.Administrator, async s =>
    {
        await work(s);
        return true;
    });
}
