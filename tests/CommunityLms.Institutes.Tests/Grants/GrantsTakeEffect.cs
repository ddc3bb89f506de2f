using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>From when to when a grant holds, and who is told.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class GrantsTakeEffect(InstitutesHost host) : OnGrants(host)
{
    [Fact]
    public async Task Grant_WhenItsLastDayIsOver_HoldsNoMore()
    {
        var (account, person, school) = await Stranger();
        await Give(person, UsualRoles.Member, school, to: Today);

        (await MayView(account, person, school)).ShouldBeTrue();
        using (Host.Clock.Ahead(TimeSpan.FromDays(1)))
            (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task Grant_BeforeItsFirstDay_HoldsNotYet()
    {
        var (account, person, school) = await Stranger();
        await Give(person, UsualRoles.Member, school, from: Today.AddDays(1));

        (await MayView(account, person, school)).ShouldBeFalse();
        using (Host.Clock.Ahead(TimeSpan.FromDays(1)))
            (await MayView(account, person, school)).ShouldBeTrue();
    }

    [Fact]
    public async Task Revocation_OnThisNode_HasEffectAtOnce()
    {
        var (account, person, school) = await Stranger();
        var grant = await Give(person, UsualRoles.Member, school);
        (await MayView(account, person, school)).ShouldBeTrue();

        var admin = await Host.Browse("admin");
        var version = (await admin.Get($"/api/v1/institutes/grants/{grant}")).Headers.ETag!.ToString();
        (await admin.Call(HttpMethod.Delete, $"/api/v1/institutes/grants/{grant}", version: version)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task RoleChange_OnThisNode_HasEffectAtOnce()
    {
        var (account, person, school) = await Stranger();
        var role = await Host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("看单位的人"), [InstitutesPermissions.Units.View], Guid.Empty), default));
        await Host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, school, Today, To: null), default));
        (await MayView(account, person, school)).ShouldBeTrue();

        await Host.As("admin", async s => await s.GetRequiredService<SaveRole>().Handle(new(role, new("看单位的人"), [], (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp), default));

        (await MayView(account, person, school)).ShouldBeFalse();
    }

    [Fact]
    public async Task Administrator_HoldsWhatModulesAddLater_WithoutItBeingInTheRole()
    {
        var scope = await Host.As("admin", s => s.GetRequiredService<IAccess>().ScopeOf(InstitutesPermissions.Seals.Edit, default));
        scope.Everything.ShouldBeTrue();
        (await Host.As("admin", s => InstitutesHost.Db(s).RolePermissions.AnyAsync(p => InstitutesHost.Db(s).Roles.Any(r => r.Id == p.RoleId && r.BuiltIn == UsualRoles.Administrator)))).ShouldBeFalse();
    }

    [Fact]
    public async Task GiveGrant_WhenThePersonHasAnAccount_TellsThem()
    {
        var (account, person, school) = await Stranger();
        await Give(person, UsualRoles.Member, school);
        var told = await Host.As("admin", s => s.GetRequiredService<KernelDbContext>().Notifications.SingleAsync(n => n.AccountId == account));
        told.Kind.ShouldBe("Institutes.RoleGiven");
        told.Url.ShouldBe("/institutes/grants/mine");
    }

    private async Task<bool> MayView(Guid account, Guid person, Guid unit)
    {
        var (institute, _, _) = await Host.ActorOf("admin");
        return await Host.As(institute, new Actor(account, "?", person), s => s.GetRequiredService<IAccess>().May(InstitutesPermissions.Units.View, unit, default));
    }
}
