using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>Who may do what here, and giving and ending it, through pages and the API.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class GrantPages(InstitutesHost host) : OnGrants(host)
{
    [Fact]
    public async Task Api_WhenTheVersionIsOld_AnswersThatSomebodyElseWasFirst()
    {
        var (_, person, school) = await Stranger();
        var (grant, admin) = (await Give(person, UsualRoles.Member, school), await Host.Browse("admin"));
        var old = (await admin.Get($"/api/v1/institutes/grants/{grant}")).Headers.ETag!.ToString();
        (await admin.Call(HttpMethod.Put, $"/api/v1/institutes/grants/{grant}/end", new { to = Today.AddDays(5) }, old)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await admin.Call(HttpMethod.Put, $"/api/v1/institutes/grants/{grant}/end", new { to = Today.AddDays(9) }, old)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await admin.Call(HttpMethod.Delete, $"/api/v1/institutes/grants/{grant}")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task WhoMay_OnASchool_NamesThoseWhoHoldItFromAbove()
    {
        var (_, person, school) = await Stranger();
        await Give(person, UsualRoles.Member, school);
        var page = await (await Host.Browse("admin")).Read($"/institutes/grants?unit={school}");
        page.ShouldContain("Xin Ren");
        page.ShouldContain("Administrator");

        var list = await (await (await Host.Browse("admin")).Get($"/api/v1/institutes/grants?unitId={school}&permission={InstitutesPermissions.Grants.Roles}")).Content.ReadFromJsonAsync<JsonElement>();
        var holders = list.GetProperty("items").EnumerateArray().Select(g => (Person: g.GetProperty("personId").GetGuid(), Role: g.GetProperty("role").GetProperty("latinName").GetString())).ToList();
        holders.ShouldContain(h => h.Role == "Administrator");
        holders.ShouldNotContain(h => h.Person == person);
    }

    [Fact]
    public async Task WhoMay_OnAUnitOutOfReach_IsRefused()
    {
        var yuexiu = await Host.UnitOf("admin", "Yuexiu District");
        (await (await Host.Browse("district")).Get($"/institutes/grants?unit={yuexiu}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await Host.Browse("district")).Get($"/api/v1/institutes/grants?unitId={yuexiu}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WhatAPersonMay_ForADistrict_LeavesOutWhatReachesOthersOnly()
    {
        var (_, person, school) = await Stranger();
        await Give(person, UsualRoles.Member, school);
        await Give(person, UsualRoles.GroupLeader, await Host.UnitOf("admin", "Yuexiu District"));
        var page = await (await Host.Browse("district")).Read($"/institutes/grants/person/{person}");
        page.ShouldContain("Member");
        page.ShouldNotContain("Tutor-group leader");
    }

    [Fact]
    public async Task Mine_ForAnAccountWithoutAnyRight_SaysWhatItMay()
    {
        var page = await (await Host.Browse("trainee")).Read("/institutes/grants/mine");
        page.ShouldContain("See units");
        page.ShouldContain("Member");
        (await (await Host.Browse("trainee")).Get("/institutes/grants")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await Host.Browse("trainee")).Get("/institutes/roles")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GiveForm_WhenFilledIn_GivesTheRoleAndSaysSo()
    {
        var (_, person, school) = await Stranger();
        var browser = await Host.Browse("district");
        var role = await RoleOf(UsualRoles.Member);
        var sent = await browser.Submit("/institutes/grants/give", ("Input.PersonId", person), ("Input.RoleId", role), ("Input.UnitId", school), ("Input.From", Today), ("Input.To", null));
        sent.Html.ShouldContain("Xin Ren has the role now.");
    }

    [Fact]
    public async Task GiveForm_WhenARuleRefuses_SaysItBesideTheFieldAndKeepsWhatWasTyped()
    {
        var (_, person, school) = await Stranger();
        var role = await RoleOf(UsualRoles.Administrator);
        var sent = await (await Host.Browse("district")).Submit("/institutes/grants/give", ("Input.PersonId", person), ("Input.RoleId", role), ("Input.UnitId", school), ("Input.From", Today), ("Input.To", Today.AddDays(9)));
        sent.Errors.ShouldHaveSingleItem().Field.ShouldBe("Input_RoleId");
        sent.Html.ShouldContain("Missing: ");
        sent.Html.ShouldContain($"value=\"{Today.AddDays(9):yyyy-MM-dd}\"");
    }

    [Fact]
    public async Task EndForm_WhenSomebodyElseSavedFirst_ShowsBothVersions()
    {
        var (_, person, school) = await Stranger();
        var (grant, browser) = (await Give(person, UsualRoles.Member, school), await Host.Browse("admin"));
        var opened = await Host.As("admin", s => Stamp(s, grant));
        await Host.As("admin", s => s.GetRequiredService<EndGrant>().Handle(new(grant, Today.AddDays(3), opened), default));

        var sent = await browser.Submit($"/institutes/grants/{grant}", ("Input.To", Today.AddDays(8)), ("Input.Stamp", opened));

        sent.Text.ShouldContain("Somebody else saved this while you were writing.");
        (await Host.As("admin", s => InstitutesHost.Db(s).Grants.Where(g => g.Id == grant).Select(g => g.To).SingleAsync())).ShouldBe(Today.AddDays(3));
    }
}
