using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>An institute's administrator builds its house: units, people, roles, seals.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class AdministratorSetsUp(SampleAtWork host)
{
    [Fact]
    public async Task DistrictSchoolAndDepartment_AreAddedOneBelowTheOther()
    {
        var admin = await Admin();
        await admin.GoesTo("/institutes/units");
        await admin.Follows("Sample City Teaching Research Office");
        await Add(admin, "District", "Luogang District", "LG", "Rural");
        await Add(admin, "School", "Luogang Primary School", "LG-01", "Village");
        await Add(admin, kind: null, "English group", "LG-01-E", setting: null);

        await admin.GoesTo("/institutes/units?q=LG-01-E");
        await admin.Sees("English group");
        await admin.Sees("Luogang Primary School");
    }

    [Fact]
    public async Task Person_WhenAddedInvitedAndGivenARole_SignsInAndSeesTheMenuGrow()
    {
        var admin = await Admin();
        await admin.GoesTo("/institutes/people/add");
        await admin.Fills("Family name", "骆");
        await admin.Fills("Given name", "明");
        await admin.Fills("Transcription", "Luo Ming");
        await admin.Fills("Staff number", "LUO-1");
        await admin.Fills("E-mail", "luo.ming@school.example");
        await admin.Picks("Unit", "taiping town central");
        await admin.Fills("First day", "2024-09-01");
        await admin.Presses("Add the person");
        await admin.Follows("Signing in");
        await admin.Presses("Send the invitation");
        await admin.Sees("Invited");
        await admin.GoesTo("/administration/mails");
        var mail = admin.Main.Locator("section").Filter(new() { HasText = "luo.ming@school.example" }).First;
        var link = await mail.GetByRole(AriaRole.Link, new() { Name = "Follow the link" }).GetAttributeAsync("href");

        var invited = await host.AsVisitor();
        await invited.GoesTo(link!);
        await invited.Sees("invites you");
        await invited.Fills("Password", "river stone lantern 7");
        await invited.Presses("Accept the invitation");
        await invited.Page.ComesTo("/");
        await Assertions.Expect(invited.Menu.GetByRole(AriaRole.Link, new() { Name = "Seals" })).ToHaveCountAsync(0);

        await admin.GoesTo("/institutes/grants/give");
        await admin.Picks("Person", "Luo Ming");
        await admin.Chooses("Role", "Administrator");
        await admin.Picks("Unit", "taiping town central");
        await admin.Presses("Give the role");
        await admin.Sees("Luo Ming has the role now.");

        await invited.GoesTo("/");
        await Assertions.Expect(invited.Menu.GetByRole(AriaRole.Link, new() { Name = "Seals" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Seal_WhenSetUpWithAnImage_IsEntrustedAndPrinted()
    {
        var admin = await Admin();
        await admin.GoesTo("/institutes/seals/new");
        await admin.Picks("School or office", "Liwan");
        await admin.Fills("Words of the seal", "荔湾区教研室");
        await admin.Brings("Image of the seal", "seal.png", await admin.Page.ScreenshotAsync(new() { Clip = new() { Width = 60, Height = 60, X = 0, Y = 0 } }));
        await admin.Presses("Set up the seal");
        await admin.Sees("Nobody keeps it yet");
        var image = admin.Main.GetByRole(AriaRole.Img, new() { Name = "Image of the seal" }).First;
        (await image.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)")).ShouldBe(60);

        await admin.Follows("Entrust it");
        await admin.Picks("Person", "chen xiaolan");
        await admin.Presses("Entrust the seal");
        await admin.Sees("Chen Xiaolan");
        await admin.Follows("How it prints");
        await admin.Sees("Trial print of the seal");
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Unit_IsMovedMergedArchivedAndRestored()
    {
        var admin = await Admin();
        await admin.GoesTo("/institutes/units?q=panyu district");
        await admin.Follows("Panyu District");
        await Add(admin, "School", "Wandering School", "WAN-1", "Urban");
        await More(admin, "Move");
        await admin.Picks("Below which unit", "huadu district");
        await admin.Presses("Continue");
        await admin.Sees("Check before you move");
        await admin.Presses("Move 1 unit");
        await admin.Sees("Huadu District");

        await More(admin, "Archive");
        await admin.Presses("Archive the unit");
        await admin.Sees("archived");
        await admin.Presses("Restore");
        await admin.Sees("It takes part again.");

        await More(admin, "Merge");
        await admin.Picks("Into which unit", "taiping town central");
        await admin.Presses("Continue");
        await admin.Sees("Check before you merge");
        await admin.Presses("Merge the two units");
        await admin.Sees("Taiping Town Central Primary School");
    }

    private Task<Someone> Admin() => host.As("admin");

    private static async Task Add(Someone admin, string? kind, string name, string code, string? setting)
    {
        await admin.Follows("Add below");
        if (kind is not null)
            await admin.Marks(kind);
        await admin.Fills("Name", name);
        await admin.Fills("Code", code);
        if (setting is not null)
            await admin.Marks(setting);
        await admin.Presses("Add the unit");
        await admin.Sees("The unit is added.");
    }

    private static async Task More(Someone admin, string verb)
    {
        await admin.Main.Locator("summary").Filter(new() { HasText = "More" }).ClickAsync();
        await admin.Follows(verb);
    }
}
