using System.Net;
using CommunityLms.Testing;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed class SwitchingInstitutes(SampleHost host)
{
    private const string CityName = "Sample City Teaching Research Office";
    private const string CountyName = "Model County Teachers' College";

    [Fact]
    public async Task Switch_WhenOneBelongsToBoth_GoesOnInTheOtherAndIsRemembered()
    {
        var browser = await host.SignedInToSample("mentor");
        await In(browser, await host.City, CityName);
        await In(browser, await host.County, CountyName);
        var later = await host.SignedInToSample("mentor");
        (await later.Open("/account/profile")).Html.ShouldContain(CountyName);
    }

    [Fact]
    public async Task Switch_WhenAnotherBrowserIsOpen_LeavesThatOneWhereItIs()
    {
        var (first, second) = (await host.SignedInToSample("mentor"), await host.SignedInToSample("mentor"));
        await In(first, await host.City, CityName);
        await In(second, await host.County, CountyName);
        // The sign-in was looked at again in between.
        (await first.Open("/account/profile")).Html.ShouldContain(CityName);
    }

    [Fact]
    public async Task Switch_WhenOneDoesNotBelongThere_FindsNothing()
    {
        var trainee = await host.SignedInToSample("trainee");
        (await trainee.Post("/account/institutes", ("institute", (await host.County).ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await trainee.Open("/account/profile")).Html.ShouldContain(CityName);
    }

    [Fact]
    public async Task Institutes_ForTheSecondAdministrator_ShowOnlyTheSecond()
    {
        var page = (await (await host.SignedInToSample("admin2")).Open("/account/institutes")).Html;
        page.ShouldContain(CountyName);
        page.ShouldNotContain(CityName);
    }

    [Fact]
    public async Task Switch_WhenFormIsForged_IsRefused()
    {
        var mentor = await host.SignedInToSample("mentor");
        (await mentor.Forge("/account/institutes", ("institute", (await host.County).ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task In(Visitor browser, Guid institute, string name)
    {
        (await browser.Post("/account/institutes", ("institute", institute.ToString()))).Path.ShouldBe("/");
        (await browser.Open("/account/profile")).Html.ShouldContain(name);
    }
}
