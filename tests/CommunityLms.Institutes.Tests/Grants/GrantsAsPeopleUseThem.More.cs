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

public sealed partial class GrantsAsPeopleUseThem
{
    [Fact]
    public async Task GiveGrant_WhenThePersonHasAnAccount_TellsThem()
    {
        var (account, person, school) = await Stranger();
        await Give(person, BuiltInRoles.Member, school);
        var told = await host.As("admin", s => s.GetRequiredService<KernelDbContext>().Notifications.SingleAsync(n => n.AccountId == account));
        told.Kind.ShouldBe("Institutes.RoleGiven");
        told.Url.ShouldBe("/institutes/grants/mine");
    }

    [Fact]
    public async Task Api_WhenTheVersionIsOld_AnswersThatSomebodyElseWasFirst()
    {
        var (_, person, school) = await Stranger();
        var (grant, admin) = (await Give(person, BuiltInRoles.Member, school), await host.Browse("admin"));
        var old = (await admin.Get($"/api/v1/institutes/grants/{grant}")).Headers.ETag!.ToString();
        (await admin.Call(HttpMethod.Put, $"grants/{grant}/end", new { to = Today.AddDays(5) }, old)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await admin.Call(HttpMethod.Put, $"grants/{grant}/end", new { to = Today.AddDays(9) }, old)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await admin.Call(HttpMethod.Delete, $"grants/{grant}")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task WhoMay_OnASchool_NamesThoseWhoHoldItFromAbove()
    {
        var (_, person, school) = await Stranger();
        await Give(person, BuiltInRoles.Member, school);
        var page = await (await host.Browse("admin")).Read($"/institutes/grants?unit={school}");
        page.ShouldContain("Xin Ren");
        page.ShouldContain("Administrator");

        var list = await (await (await host.Browse("admin")).Get($"/api/v1/institutes/grants?unitId={school}&permission={InstitutesPermissions.Grants.Roles}")).Content.ReadFromJsonAsync<JsonElement>();
        var holders = list.GetProperty("items").EnumerateArray().Select(g => (Person: g.GetProperty("personId").GetGuid(), Role: g.GetProperty("role").GetProperty("latinName").GetString())).ToList();
        holders.ShouldContain(h => h.Role == "Administrator");
        holders.ShouldNotContain(h => h.Person == person);
    }

    [Fact]
    public async Task WhoMay_OnAUnitOutOfReach_IsRefused()
    {
        var yuexiu = await host.UnitOf("admin", "Yuexiu District");
        (await (await host.Browse("district")).Get($"/institutes/grants?unit={yuexiu}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.Browse("district")).Get($"/api/v1/institutes/grants?unitId={yuexiu}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WhatAPersonMay_ForADistrict_LeavesOutWhatReachesOthersOnly()
    {
        var (_, person, school) = await Stranger();
        await Give(person, BuiltInRoles.Member, school);
        await Give(person, BuiltInRoles.GroupLeader, await host.UnitOf("admin", "Yuexiu District"));
        var page = await (await host.Browse("district")).Read($"/institutes/grants/person/{person}");
        page.ShouldContain("Member");
        page.ShouldNotContain("Tutor-group leader");
    }

    [Fact]
    public async Task Mine_ForAnAccountWithoutAnyRight_SaysWhatItMay()
    {
        var page = await (await host.Browse("trainee")).Read("/institutes/grants/mine");
        page.ShouldContain("See units");
        page.ShouldContain("Member");
        (await (await host.Browse("trainee")).Get("/institutes/grants")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.Browse("trainee")).Get("/institutes/roles")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GiveForm_WhenFilledIn_GivesTheRoleAndSaysSo()
    {
        var (_, person, school) = await Stranger();
        var browser = await host.Browse("district");
        var role = await RoleOf(BuiltInRoles.Member);
        var sent = await browser.Send("/institutes/grants/give", Visitor.Fields(("Input.PersonId", person), ("Input.RoleId", role), ("Input.UnitId", school), ("Input.From", Today), ("Input.To", null)));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Read(sent.Headers.Location!.ToString())).ShouldContain("Xin Ren has the role now.");
    }

    [Fact]
    public async Task GiveForm_WhenARuleRefuses_SaysItBesideTheFieldAndKeepsWhatWasTyped()
    {
        var (_, person, school) = await Stranger();
        var role = await RoleOf(BuiltInRoles.Administrator);
        var sent = await (await host.Browse("district")).Send("/institutes/grants/give", Visitor.Fields(("Input.PersonId", person), ("Input.RoleId", role), ("Input.UnitId", school), ("Input.From", Today), ("Input.To", Today.AddDays(9))));
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        page.ShouldContain("Input_RoleId-error");
        page.ShouldContain("Missing: ");
        page.ShouldContain($"value=\"{Today.AddDays(9):yyyy-MM-dd}\"");
    }

    [Fact]
    public async Task EndForm_WhenSomebodyElseSavedFirst_ShowsBothVersions()
    {
        var (_, person, school) = await Stranger();
        var (grant, browser) = (await Give(person, BuiltInRoles.Member, school), await host.Browse("admin"));
        var opened = await host.As("admin", s => Stamp(s, grant));
        await host.As("admin", s => s.GetRequiredService<EndGrant>().Handle(new(grant, Today.AddDays(3), opened), default));

        var sent = await browser.Send($"/institutes/grants/{grant}", Visitor.Fields(("Input.To", Today.AddDays(8)), ("Input.Stamp", opened)));

        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        page.ShouldContain("Somebody else saved this while you were writing.", customMessage: $"{sent.StatusCode} {page[page.IndexOf("<main", StringComparison.Ordinal)..]}");
        (await host.As("admin", s => InstitutesHost.Db(s).Grants.Where(g => g.Id == grant).Select(g => g.To).SingleAsync())).ShouldBe(Today.AddDays(3));
    }
}
