using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

[Collection(InInstitutesHost.Name)]
public sealed class RolesAsPeopleDefineThem(InstitutesHost host) : OnGrants(host)
{
    [Fact]
    public async Task Role_WhenGivenToSomebody_IsNotDeletedAndSaysToWhom()
    {
        var (_, person, school) = await Stranger();
        var role = await Host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("要删除的"), [], Guid.Empty), default));
        await Host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, school, Today, To: null), default));
        var stamp = await Host.As("admin", async s => (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp);

        var refusal = await Should.ThrowAsync<RuleBroken>(() => Host.As("admin", s => s.GetRequiredService<DeleteRole>().Handle(new(role, stamp), default)));

        refusal.Rule.ShouldBe(RoleRules.InUse);
        refusal.Message.ShouldContain("Xin Ren");
    }

    [Fact]
    public async Task Role_WhenNobodyHadIt_IsDeleted()
    {
        var role = await Host.As("admin", s => s.GetRequiredService<SaveRole>().Handle(new(RoleId: null, new("没用过的"), [InstitutesPermissions.Units.View], Guid.Empty), default));
        var stamp = await Host.As("admin", async s => (await s.GetRequiredService<RoleQueries>().Find(role, default)).Stamp);
        await Host.As("admin", s => s.GetRequiredService<DeleteRole>().Handle(new(role, stamp), default));
        (await Host.As("admin", s => InstitutesHost.Db(s).Roles.AnyAsync(r => r.Id == role))).ShouldBeFalse();
    }

    [Fact]
    public async Task RoleForm_WhenFilledIn_DefinesTheRole()
    {
        var browser = await Host.Browse("admin");
        var sent = await browser.Submit("/institutes/roles/edit", ("Input.Name", "教务员"), ("Input.LatinName", "Registrar"), ("Input.Permissions", InstitutesPermissions.Units.View), ("Input.Permissions", InstitutesPermissions.People.View));
        sent.Errors.ShouldBeEmpty();
        (await browser.Read("/institutes/roles")).ShouldContain("Registrar");
    }
}
