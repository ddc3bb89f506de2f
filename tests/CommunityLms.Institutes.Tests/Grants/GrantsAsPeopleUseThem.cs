using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

[Collection(InInstitutesHost.Name)]
public sealed partial class GrantsAsPeopleUseThem(InstitutesHost host)
{
    private DateOnly Today => host.Clock.Today();

    [Fact]
    public async Task Grant_WhenItsLastDayIsOver_HoldsNoMore()
    {
        var (account, person, school) = await Stranger();
        await Give(person, BuiltInRoles.Member, school, to: Today);

        (await MayView(account, person, school)).ShouldBeTrue();
        using (host.Clock.Ahead(TimeSpan.FromDays(1)))
            (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task Grant_BeforeItsFirstDay_HoldsNotYet()
    {
        var (account, person, school) = await Stranger();
        await Give(person, BuiltInRoles.Member, school, from: Today.AddDays(1));

        (await MayView(account, person, school)).ShouldBeFalse();
        using (host.Clock.Ahead(TimeSpan.FromDays(1)))
            (await MayView(account, person, school)).ShouldBeTrue();
    }

    [Fact]
    public async Task Revocation_OnThisNode_HasEffectAtOnce()
    {
        var (account, person, school) = await Stranger();
        var grant = await Give(person, BuiltInRoles.Member, school);
        (await MayView(account, person, school)).ShouldBeTrue();

        var admin = await host.Browse("admin");
        var version = (await admin.Get($"/api/v1/institutes/grants/{grant}")).Headers.ETag!.ToString();
        (await admin.Call(HttpMethod.Delete, $"grants/{grant}", version: version)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task RoleChange_OnThisNode_HasEffectAtOnce()
    {
        var (account, person, school) = await Stranger();
        var role = await host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("看单位的人"), [InstitutesPermissions.Units.View], Guid.Empty), default));
        await host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, school, Today, To: null), default));
        (await MayView(account, person, school)).ShouldBeTrue();

        await host.As("admin", async s => await s.GetRequiredService<SaveRole>().Handle(new(role, new("看单位的人"), [], (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp), default));

        (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task Administrator_HoldsWhatModulesAddLater_WithoutItBeingInTheRole()
    {
        var scope = await host.As("admin", s => s.GetRequiredService<IAccess>().ScopeOf(InstitutesPermissions.Seals.Edit, default));
        scope.Everything.ShouldBeTrue();
        (await host.As("admin", s => InstitutesHost.Db(s).RolePermissions.AnyAsync(p => InstitutesHost.Db(s).Roles.Any(r => r.Id == p.RoleId && r.BuiltIn == BuiltInRoles.Administrator)))).ShouldBeFalse();
    }

    [Fact]
    public async Task Role_WhenGivenToSomebody_IsNotDeletedAndSaysToWhom()
    {
        var (_, person, school) = await Stranger();
        var role = await host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("要删除的"), [], Guid.Empty), default));
        await host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, school, Today, To: null), default));
        var stamp = await host.As("admin", async s => (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp);

        var refusal = await Should.ThrowAsync<RuleBroken>(() => host.As("admin", s => s.GetRequiredService<DeleteRole>().Handle(new(role, stamp), default)));

        refusal.Rule.ShouldBe(RoleRules.InUse);
        refusal.Message.ShouldContain("Xin Ren");
    }

    [Fact]
    public async Task Role_WhenNobodyHadIt_IsDeleted()
    {
        var role = await host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("没用过的"), [InstitutesPermissions.Units.View], Guid.Empty), default));
        var stamp = await host.As("admin", async s => (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp);
        await host.As("admin", s => s.GetRequiredService<DeleteRole>().Handle(new(role, stamp), default));
        (await host.As("admin", s => InstitutesHost.Db(s).Roles.AnyAsync(r => r.Id == role))).ShouldBeFalse();
    }

    [Fact]
    public async Task RoleForm_WhenFilledIn_DefinesTheRole()
    {
        var browser = await host.Browse("admin");
        var sent = await browser.Send("/institutes/roles/edit", Visitor.Fields(("Input.Name", "教务员"), ("Input.LatinName", "Registrar"), ("Input.Permissions", InstitutesPermissions.Units.View), ("Input.Permissions", InstitutesPermissions.People.View)));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await browser.Read("/institutes/roles")).ShouldContain("Registrar");
    }

    private async Task<(Guid Account, Guid Person, Guid School)> Stranger()
    {
        var (school, account) = (await host.UnitOf("admin", "Taiping Town Central Primary School"), Guid.CreateVersion7());
        return (account, await host.Newcomer("admin", school, account), school);
    }

    private async Task<Guid> Give(Guid person, string builtIn, Guid unit, DateOnly? from = null, DateOnly? to = null)
    {
        var role = await RoleOf(builtIn);
        return await host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, unit, from ?? Today, to), default));
    }

    private Task<Guid> RoleOf(string builtIn) => host.As("admin", s => InstitutesHost.Db(s).Roles.Where(r => r.BuiltIn == builtIn).Select(r => r.Id).SingleAsync());

    private async Task<bool> MayView(Guid account, Guid person, Guid unit)
    {
        var (institute, _, _) = await host.ActorOf("admin");
        return await host.As(institute, new Actor(account, "?", person), s => s.GetRequiredService<IAccess>().May(InstitutesPermissions.Units.View, unit, default));
    }

    private static Task<Guid> Stamp(IServiceProvider services, Guid grant) => InstitutesHost.Db(services).Grants.Where(g => g.Id == grant).Select(g => g.ConcurrencyStamp).SingleAsync();
}
