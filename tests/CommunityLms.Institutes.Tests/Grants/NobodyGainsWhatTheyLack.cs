using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>No way leads to a permission that one doesn't hold: by giving, by lengthening, by editing a role, by an id of the other institute.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class NobodyGainsWhatTheyLack(InstitutesHost host)
{
    private DateOnly Today => host.Clock.Today();

    [Fact]
    public async Task GiveGrant_WhenTheRoleHoldsMoreThanTheGiver_IsRefusedAndLogged()
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        var before = host.Log.Warnings.Count;

        var rule = await Refusals.Of(async () => await Give("district", person, await Role(UsualRoles.Administrator), conghua));

        rule.ShouldBe(GrantRules.MoreThanYouHave);
        host.Log.Warnings.Skip(before).ShouldContain(line => line.StartsWith("Refused: account") && line.Contains(InstitutesPermissions.Grants.Roles));
        (await GrantsOf(person)).ShouldBe(0);
    }

    [Fact]
    public async Task GiveGrant_WhenTheGiverHoldsAllOfIt_IsDone()
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        await Give("district", person, await Role(UsualRoles.SchoolOfficer), conghua);
        (await GrantsOf(person)).ShouldBe(1);
    }

    [Fact]
    public async Task GiveGrant_WhenItIsForTheGiver_IsRefusedAndLogged()
    {
        var (actor, conghua, before) = (await host.ActorOf("district"), await host.UnitOf("district", "Conghua District"), host.Log.Warnings.Count);
        (await Refusals.Of(async () => await Give("district", actor.Person, await Role(UsualRoles.Member), conghua))).ShouldBe(GrantRules.NotToYourself);
        host.Log.Warnings.Skip(before).ShouldContain(line => line.Contains("tried to give itself more"));
    }

    [Fact]
    public async Task GiveGrant_WhenTheUnitIsSomebodyElses_IsDenied()
    {
        var (yuexiu, person) = await NewcomerIn("Yuexiu District");
        var role = await Role(UsualRoles.Member);
        (await Should.ThrowAsync<AccessDenied>(() => Give("district", person, role, yuexiu))).Permission.ShouldBe(InstitutesPermissions.Grants.Edit);
    }

    [Fact]
    public async Task GiveGrant_WhenTheReceiverHasItInThatTime_IsRefused()
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        var role = await Role(UsualRoles.Member);
        await Give("district", person, role, conghua);
        (await Refusals.Of(() => Give("district", person, role, conghua))).ShouldBe(GrantRules.HeldAlready);
    }

    [Fact]
    public async Task GiveGrant_WhenItBeginsYesterday_IsRefused()
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        var role = await Role(UsualRoles.Member);
        (await Refusals.Of(() => host.As("district", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, conghua, Today.AddDays(-1), To: null), default)))).ShouldBe(GrantRules.BeginsInThePast);
    }

    [Fact]
    public async Task EndGrant_WhenItWouldHoldLongerAndIsOnesOwn_IsRefused()
    {
        var root = await RootOf("admin");
        var account = Guid.CreateVersion7();
        var person = await host.Newcomer("admin", root, account);
        var grant = await host.As("admin", async s => await s.GetRequiredService<GiveGrant>().Handle(new(person, await Role(UsualRoles.Administrator), root, Today, Today.AddDays(3)), default));
        var (institute, _, _) = await host.ActorOf("admin");

        (await Refusals.Of(() => host.As(institute, new Actor(account, "?", person), async s =>
        {
            await s.GetRequiredService<EndGrant>().Handle(new(grant, To: null, await StampOf(grant)), default);
            return true;
        }))).ShouldBe(GrantRules.NotLongerForYourself);
    }

    [Fact]
    public async Task SaveRole_WhenSomebodyPutsIntoTheirRoleWhatTheyLack_IsRefusedAndLogged()
    {
        var (person, account, role) = await RoleKeeper();
        var before = host.Log.Warnings.Count;

        var rule = await Refusals.Of(() => ChangeRole(person, account, role, [InstitutesPermissions.Grants.Roles, InstitutesPermissions.Units.View, InstitutesPermissions.People.Contact]));

        rule.ShouldBe(RoleRules.MoreThanYouHave);
        host.Log.Warnings.Skip(before).ShouldContain(line => line.StartsWith("Refused: account") && line.Contains(InstitutesPermissions.People.Contact));
        (await HeldBy(role)).ShouldNotContain(InstitutesPermissions.People.Contact);
    }

    [Fact]
    public async Task SaveRole_WhenNothingIsAddedThatTheEditorLacks_IsDone()
    {
        var (person, account, role) = await RoleKeeper();
        await ChangeRole(person, account, role, [InstitutesPermissions.Grants.Roles]);
        (await HeldBy(role)).ShouldBe([InstitutesPermissions.Grants.Roles]);
    }

    [Theory]
    [InlineData(InstitutesPermissions.HostInstitutes)]
    [InlineData("Institutes.Nothing.OfThatName")]
    public async Task SaveRole_WhenThePermissionIsTheHostsOrNobodys_IsRefusedEvenForAdministrators(string permission) =>
        (await Refusals.Of(() => NewRole([permission]))).ShouldBe(RoleRules.NoSuchPermission);

    [Fact]
    public async Task SaveRole_WhenTheEditorMayDoSoOnADistrictOnly_IsDenied()
    {
        var (conghua, account) = (await host.UnitOf("admin", "Conghua District"), Guid.CreateVersion7());
        var person = await host.Newcomer("admin", conghua, account);
        var role = await NewRole([InstitutesPermissions.Grants.Roles]);
        await Give("admin", person, role, conghua);
        await Should.ThrowAsync<AccessDenied>(() => ChangeRole(person, account, role, []));
    }

    [Fact]
    public async Task Api_WhenTheRoleHoldsMoreThanTheGiver_AnswersWithAProblemBesideTheField()
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        var answer = await (await host.Browse("district")).Call(HttpMethod.Post, "/api/v1/institutes/grants", new { personId = person, roleId = await Role(UsualRoles.Administrator), unitId = conghua, from = Today });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("RoleId", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("person")]
    [InlineData("role")]
    [InlineData("unit")]
    public async Task Api_WhenAnIdIsOfTheOtherInstitute_FindsNothing(string forged)
    {
        var (conghua, person) = await NewcomerIn("Conghua District");
        var own = (Person: person, Role: await Role(UsualRoles.Member), Unit: conghua);
        var foreign = (Person: await host.Newcomer("admin2", await RootOf("admin2")), Role: await Role(UsualRoles.Member, "admin2"), Unit: await RootOf("admin2"));

        var answer = await (await host.Browse("admin")).Call(HttpMethod.Post, "/api/v1/institutes/grants", new
        {
            personId = forged == "person" ? foreign.Person : own.Person, roleId = forged == "role" ? foreign.Role : own.Role, unitId = forged == "unit" ? foreign.Unit : own.Unit, from = Today,
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GrantsOf(own.Person)).ShouldBe(0);
    }

    [Fact]
    public async Task Pages_WhenAGrantOrRoleIsOfTheOtherInstitute_FindNothing()
    {
        var (browser, foreign) = (await host.Browse("admin"), await host.As("admin2", s => InstitutesHost.Db(s).Grants.Select(g => new { g.Id, g.PersonId, g.RoleId, g.UnitId }).FirstAsync()));
        foreach (var url in new[] { $"/institutes/grants/{foreign.Id}", $"/institutes/grants/person/{foreign.PersonId}", $"/institutes/roles/edit/{foreign.RoleId}", $"/institutes/grants?unit={foreign.UnitId}", $"/api/v1/institutes/grants/{foreign.Id}", $"/api/v1/institutes/roles/{foreign.RoleId}" })
            (await browser.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        (await browser.Call(HttpMethod.Delete, $"/api/v1/institutes/grants/{foreign.Id}", version: $"\"{Guid.CreateVersion7():N}\"")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Somebody who may define roles in the whole institute, and little else.</summary>
    private async Task<(Guid Person, Guid Account, Guid Role)> RoleKeeper()
    {
        var (root, account) = (await RootOf("admin"), Guid.CreateVersion7());
        var person = await host.Newcomer("admin", root, account);
        var role = await NewRole([InstitutesPermissions.Grants.Roles, InstitutesPermissions.Units.View]);
        await Give("admin", person, role, root);
        return (person, account, role);
    }

    private Task<Guid> NewRole(string[] permissions) =>
        host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new($"角色{Guid.CreateVersion7():N}"), permissions, Guid.Empty), default));

    private async Task ChangeRole(Guid person, Guid account, Guid role, string[] permissions)
    {
        var (institute, _, _) = await host.ActorOf("admin");
        await host.As(institute, new Actor(account, "?", person), async s =>
        {
            var stored = await s.GetRequiredService<RoleQueries>().Find(role, default);
            return await s.GetRequiredService<SaveRole>().Handle(new(role, new(stored.Name.Name), permissions, stored.Stamp), default);
        });
    }

    private Task<Guid> Give(string giver, Guid person, Guid role, Guid unit) => host.As(giver, s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, unit, Today, To: null), default));

    private async Task<(Guid Unit, Guid Person)> NewcomerIn(string unit)
    {
        var id = await host.UnitOf("admin", unit);
        return (id, await host.Newcomer("admin", id));
    }

    private Task<Guid> Role(string builtIn, string institutesAccount = "admin") => host.As(institutesAccount, s => InstitutesHost.Db(s).Roles.Where(r => r.BuiltIn == builtIn).Select(r => r.Id).SingleAsync());

    private Task<Guid> RootOf(string name) => host.As(name, s => InstitutesHost.Db(s).Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync());

    private Task<int> GrantsOf(Guid person) => host.As("admin", s => InstitutesHost.Db(s).Grants.CountAsync(g => g.PersonId == person));

    private Task<Guid> StampOf(Guid grant) => host.As("admin", s => InstitutesHost.Db(s).Grants.Where(g => g.Id == grant).Select(g => g.ConcurrencyStamp).SingleAsync());

    private Task<List<string>> HeldBy(Guid role) => host.As("admin", s => InstitutesHost.Db(s).RolePermissions.Where(p => p.RoleId == role).Select(p => p.Permission).ToListAsync());
}
