using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunityLms.Institutes.Picking;
using CommunityLms.Institutes.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Picking;

[Collection(InInstitutesHost.Name)]
public sealed class PickersFindWithinReach(InstitutesHost host)
{
    [Fact]
    public async Task People_ByAPartOfTheTranscription_AreFoundWithTheirPlace()
    {
        var found = await Ask("admin", "/institutes/pick/people?q=chen%20xiaolan");
        var one = found.ShouldHaveSingleItem();
        one.GetProperty("name").GetString().ShouldBe("Chen Xiaolan");
        one.GetProperty("hint").GetString()!.ShouldContain("Conghua District");
    }

    [Fact]
    public async Task People_OfAnotherDistrict_AreNotFound()
    {
        var person = await host.Newcomer("admin", await host.UnitOf("admin", "Yuexiu District"));
        var number = await host.As("admin", s => InstitutesHost.Db(s).People.Where(p => p.Id == person).Select(p => p.StaffNumber).SingleAsync());
        (await Ask("admin", $"/institutes/pick/people?q={number}")).ShouldHaveSingleItem();
        (await Ask("district", $"/institutes/pick/people?q={number}")).ShouldBeEmpty();
        (await Ask("admin2", $"/institutes/pick/people?q={number}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task People_WhenManyAreMeant_AreTwentyAtMost() => (await Ask("admin", "/institutes/pick/people?q=a")).Count.ShouldBe(PickQueries.Most);

    [Fact]
    public async Task Units_OfAnotherDistrict_AreNotFound()
    {
        (await Ask("admin", "/institutes/pick/units?q=yuexiu")).ShouldNotBeEmpty();
        (await Ask("district", "/institutes/pick/units?q=yuexiu")).ShouldBeEmpty();
        (await Ask("district", "/institutes/pick/units?q=conghua")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Form_WhenSearchedWithoutAScript_OffersWhatWasFoundAndBlamesNobody()
    {
        var sent = await (await host.Browse("admin")).Submit("/institutes/grants/give", ("lms-search", "Input.PersonId"), ("Input.PersonId.Search", "chen xiaolan"), ("Input.To", "2031-02-03"));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        sent.Html.ShouldContain("Chen Xiaolan (");
        sent.Html.ShouldContain("2031-02-03");
        sent.Errors.ShouldBeEmpty();
    }

    private async Task<List<JsonElement>> Ask(string account, string url) =>
        [.. (await (await (await host.Browse(account)).Get(url)).Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()];
}
