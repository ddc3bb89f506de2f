using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>What an officer, a trainee on a phone and the second institute's administrator come for.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class OtherPersonas(SampleAtWork host)
{
    [Fact]
    public async Task Officer_OpensTheSealSheKeepsAndPrintsIt()
    {
        var officer = await host.As("district");
        await officer.GoesTo("/");
        await officer.Menu.GetByRole(AriaRole.Link, new() { Name = "Seals" }).ClickAsync();
        await officer.Follows("Conghua District");
        await officer.Follows("How it prints");
        await officer.Sees("Trial print of the seal");
        (await officer.Page.PdfAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Trainee_OnAPhone_ChoosesChineseAndDark()
    {
        var trainee = await host.As("trainee", new(Width: 360));
        await trainee.GoesTo("/account/profile");
        await trainee.Marks("简体中文");
        await trainee.Marks("Dark");
        await trainee.Presses("Save");

        await trainee.Sees("我的账号");
        (await trainee.Page.Locator("html").GetAttributeAsync("data-bs-theme")).ShouldBe("dark");
        (await trainee.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-Hans");
        await trainee.GoesTo("/");

        await trainee.GoesTo("/account/profile");
        await trainee.Marks("English");
        await trainee.Presses("保存");
        await trainee.Sees("Your account");
    }

    [Fact]
    public async Task SecondAdministrator_NeverSeesTheFirstInstitute()
    {
        var first = await host.As("admin");
        await first.GoesTo("/institutes/people?q=chen xiaolan");
        await first.Follows("Chen Xiaolan");
        var second = await host.As("admin2");
        (await second.Page.GotoAsync(new Uri(first.Page.Url).AbsolutePath))!.Status.ShouldBe(404);
        await second.Sees("There is nothing here");
        foreach (var list in new[] { "/institutes/people?q=TP", "/institutes/units?q=conghua", "/institutes/seals", "/institutes/grants" })
        {
            await second.GoesTo(list);
            await second.SeesNot("Conghua District");
            await second.SeesNot("Taiping");
        }
    }

    [Fact]
    public async Task Noticeboard_DroppedIn_IsUsedLikeAnyOtherPage()
    {
        var admin = await host.As("admin");
        await admin.GoesTo("/");
        var assets = new List<(string Url, int Status)>();
        admin.Page.Response += (_, response) => assets.Add((response.Url, response.Status));
        await admin.Menu.GetByRole(AriaRole.Link, new() { Name = "Noticeboard" }).ClickAsync();
        await admin.Sees("Put up a notice");
        assets.ShouldContain(a => a.Url.Contains("noticeboard.css", StringComparison.Ordinal) && a.Status == 200);

        await admin.Fills("Title", "School begins");
        await admin.Fills("Text", "On **Monday**, at eight.");
        await admin.Presses("Put up the notice");
        await Assertions.Expect(admin.Main.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading, new() { Name = "School begins" })).ToBeVisibleAsync();
        await Assertions.Expect(admin.Main.Locator("article strong")).ToHaveTextAsync("Monday");

        var chinese = await host.As("admin", new("zh-CN", 360));
        await chinese.GoesTo("/noticeboard");
        await chinese.Sees("公告栏");
        await chinese.Sees("School begins");
    }
}
