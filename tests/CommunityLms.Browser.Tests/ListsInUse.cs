using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>A list as people use it: it follows while one types, keeps the columns chosen (the district officer's, which nobody else looks at), and goes out as it stands.</summary>
[Collection(LookingAtTheSample.Name)]
public sealed class ListsInUse(SampleAsItStands host)
{
    private const string People = "/institutes/people";

    [Fact]
    public async Task List_WhenSomebodyTypes_ShowsWhatIsFoundAndTheAddressSaysSo()
    {
        var page = await host.SignIn("admin");
        await page.GotoAsync(People);
        var field = page.Locator("main").GetByRole(AriaRole.Searchbox);
        await field.PressSequentiallyAsync("S000012");
        await Assertions.Expect(page.GetByText("One found")).ToBeVisibleAsync();
        await Assertions.Expect(field).ToBeFocusedAsync();
        page.Url.ShouldContain("q=S000012");
        await page.Locator("main").GetByLabel("State").SelectOptionAsync("archived");
        await Assertions.Expect(page.GetByText("Nothing matches “S000012”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Columns_WhenChosen_StayForThePersonAndAreTheFilesColumns()
    {
        var page = await host.SignIn("district");
        await page.GotoAsync(People);
        await page.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Grades" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Tutor network" }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Grades" })).ToBeVisibleAsync();

        await page.GotoAsync(People + "?sort=-number");
        (await page.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Where(h => h.Length > 0).ShouldBe(["Full name", "Works in", "Subject", "Grades", "Staff number", "Backbone teacher"]);
        var file = await page.APIRequest.GetAsync(page.Url.Split("/institutes")[0] + await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href"));
        var lines = (await file.TextAsync()).Trim().Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("Full name,Works in,Subject,Grades,Staff number,Backbone teacher");
        lines.Length.ShouldBeGreaterThan(26, "the file holds more than one page");
        lines[1].ShouldStartWith((await page.Locator("a.lms-row-link").First.InnerTextAsync()) + ",");
    }

    [Fact]
    public async Task Home_WhenMailIsNotSetUp_SaysSoAmongTheStepsThatAreDone()
    {
        var page = await host.SignIn("admin");
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("5 of 6 done")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter the mail server, so that mails leave" }).ClickAsync();
        page.Url.ShouldEndWith("/administration/host-settings");
    }

    [Fact]
    public async Task Home_WhenAnOfficerKeepsASeal_NamesIt()
    {
        var page = await host.SignIn("district");
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Seals you keep" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("What the institute still needs")).ToHaveCountAsync(0);
    }
}

/// <summary>Several invited at once; in Development, where a link needs no address of the site in the settings.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class InvitingSeveral(SampleAtWork host)
{
    [Fact]
    public async Task ChosenPeople_WhenInvited_AreCountedWithThoseWhoWereNot()
    {
        var page = await host.SignIn("admin");
        await page.GotoAsync("/institutes/people?q=taiping");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite to sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The person has an account already.")).ToBeVisibleAsync();
        page.Url.ShouldContain("q=taiping");
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Invited, not yet here" })).ToBeVisibleAsync();
    }
}
