using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
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
        await AddAdministrator(own, account: null);
        (await Refusals.Of(() => Revoke(own, own.Grant))).ShouldBe(GrantRules.LastAdministrator);
    }

    [Fact]
    public async Task Administrator_WhenAnotherStays_CanBeRevoked()
    {
        var own = await NewInstitute();
        await AddAdministrator(own, Guid.CreateVersion7());
        await Revoke(own, own.Grant);
        (await InInstitute(own, s => InstitutesHost.Db(s).Grants.Where(g => g.Id == own.Grant).Select(g => g.To).SingleAsync())).ShouldBe(Today.AddDays(-1));
    }

    [Fact]
    public async Task Administrators_WhoRevokeEachOtherAtOnce_DontBothSucceed()
    {
        var own = await NewInstitute();
        var other = await AddAdministrator(own, Guid.CreateVersion7());
        await Should.ThrowAsync<ChangedMeanwhile>(() => InInstitute(own, async s =>
        {
            // The first has checked and is about to save when the second is through.
            var db = InstitutesHost.Db(s);
            var mine = await db.Grants.SingleAsync(g => g.Id == own.Grant);
            await s.GetRequiredService<Administrators>().RequireAnother(mine, default);
            mine.Revoke(Today);
            await Revoke(own, other);
            await db.SaveChangesAsync();
        }));
        (await InInstitute(own, s => InstitutesHost.Db(s).Grants.CountAsync(g => g.To == null))).ShouldBe(1);
    }

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

    private async Task<Guid> AddAdministrator(Own own, Guid? account) => await InInstitute(own, async s =>
    {
        var db = InstitutesHost.Db(s);
        var person = new People.Person(new("2", "第", "二"));
        if (account is { } known)
            person.Connect(known);
        db.Add(person);
        await db.SaveChangesAsync();
        var (role, root) = (await db.Roles.SingleAsync(r => r.BuiltIn == BuiltInRoles.Administrator), await db.Units.SingleAsync());
        return await s.GetRequiredService<GiveGrant>().Handle(new(person.Id, role.Id, root.Id, Today, To: null), default);
    });

    private Task<bool> Revoke(Own own, Guid grant) => InInstitute(own, async s => await s.GetRequiredService<RevokeGrant>().Handle(new(grant, await Stamp(s, grant)), default));

    private Task<T> InInstitute<T>(Own own, Func<IServiceProvider, Task<T>> work) => Host.As(own.Institute, own.Administrator, work);

    private Task<bool> InInstitute(Own own, Func<IServiceProvider, Task> work) => Host.As(own.Institute, own.Administrator, async s =>
    {
        await work(s);
        return true;
    });
}
