using Microsoft.Playwright;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>One edit, as different people do it: two at once, with the keyboard alone, without a script.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class EditingAPerson(SampleAtWork host)
{
    [Fact]
    public async Task Edit_WhenTwoDoItAtOnce_ShowsTheSecondBothVersionsAndSavesTheirs()
    {
        var (first, second) = (await host.As("admin"), await host.As("admin"));
        var person = await Add(first, "TWO-1", "Tong Er");
        await first.GoesTo($"{person}/edit");
        await second.GoesTo($"{person}/edit");
        await first.Fills("Phone", "020-5550-0001");
        await first.Presses("Save changes");
        await first.Sees("020-5550-0001");

        await second.Fills("Phone", "020-5550-0002");
        await second.Presses("Save changes");
        await second.Sees("Somebody else saved this while you were writing.");
        var difference = second.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Phone" });
        await Assertions.Expect(difference).ToContainTextAsync("020-5550-0001");
        await Assertions.Expect(difference).ToContainTextAsync("020-5550-0002");
        await Assertions.Expect(second.Main.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await second.Presses("Save my version");

        await second.Sees("020-5550-0002");
        await second.SeesNot("Somebody else saved");
    }

    [Fact]
    public async Task Edit_WithTheKeyboardAlone_FromSigningInToSaving()
    {
        var person = await Add(await host.As("admin"), "KEY-1", "Jian Pan");
        var someone = await host.AsVisitor();
        await someone.GoesTo("/account/sign-in");
        await TabTo(someone, "E-mail address");
        await someone.Page.Keyboard.TypeAsync("admin" + BrowserHost.Domain);
        await TabTo(someone, "Password");
        await someone.Page.Keyboard.TypeAsync(BrowserHost.Password);
        await someone.Page.Keyboard.PressAsync("Enter");
        await someone.Page.ComesTo("/");

        await someone.GoesTo("/institutes/people");
        await TabTo(someone, "Search");
        await someone.Page.Keyboard.TypeAsync("KEY-1");
        await someone.Page.Keyboard.PressAsync("Enter");
        await someone.Page.ComesTo("q=KEY-1");
        await TabTo(someone, "Jian Pan");
        await someone.Page.Keyboard.PressAsync("Enter");
        await someone.Page.ComesTo(person);
        await TabTo(someone, "Edit");
        await someone.Page.Keyboard.PressAsync("Enter");
        await someone.Page.ComesTo("/edit");
        await TabTo(someone, "Phone");
        await someone.Page.Keyboard.TypeAsync("020-5550-0003");
        await TabTo(someone, "Save changes");
        await someone.Page.Keyboard.PressAsync("Enter");

        await someone.Sees("020-5550-0003");
    }

    [Fact]
    public async Task Edit_WithoutAScript_FindsAddsAndSaves()
    {
        var someone = await host.As("admin", new(Script: false));
        await Add(someone, "NOS-1", "Wu Ben");
        await someone.GoesTo("/institutes/people");
        await someone.Main.GetByRole(AriaRole.Searchbox).FillAsync("NOS-1");
        await someone.Presses("Search");
        await someone.Follows("Wu Ben");
        await someone.Follows("Edit");
        await someone.Fills("E-mail", "not an address");
        await someone.Presses("Save changes");
        await someone.SeesBeside("E-mail", "address");
        await someone.Fills("E-mail", "wu.ben@school.example");
        await someone.Presses("Save changes");

        await someone.Sees("wu.ben@school.example");
    }

    /// <summary>Somebody no other test touches.</summary>
    /// <returns>The path of their page.</returns>
    private static async Task<string> Add(Someone admin, string number, string latin)
    {
        await admin.GoesTo("/institutes/people/add");
        await admin.Fills("Family name", "童");
        await admin.Fills("Given name", "新");
        await admin.Fills("Transcription", latin);
        await admin.Fills("Staff number", number);
        await admin.Fills("First day", "2024-09-01");
        if (await admin.Main.GetByRole(AriaRole.Combobox, new() { Name = "Unit" }).First.EvaluateAsync<bool>("e => e.tagName === 'SELECT'"))
        {
            await admin.Main.GetByRole(AriaRole.Textbox, new() { Name = "Search" }).FillAsync("taiping town central");
            await admin.Presses("Search");
            await admin.Main.GetByRole(AriaRole.Combobox, new() { Name = "Unit" }).First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
        else
            await admin.Picks("Unit", "taiping town central");
        await admin.Presses("Add the person");
        await admin.Sees(latin);
        return new Uri(admin.Page.Url).AbsolutePath;
    }

    /// <summary>Goes on from stop to stop until the one of this name has the focus.</summary>
    private static async Task TabTo(Someone someone, string name)
    {
        for (var stops = 0; stops < 80; stops++)
        {
            await someone.Page.Keyboard.PressAsync("Tab");
            if (await someone.Page.EvaluateAsync<bool>(
                """
                name => {
                  const stop = document.activeElement;
                  const said = stop.type === 'search' ? 'Search' : stop.labels?.[0]?.innerText ?? stop.innerText;
                  return stop.closest('main') !== null && said.replace('(optional)', '').trim() === name;
                }
                """,
                name))
                return;
        }
        Assert.Fail($"{name} can't be reached with the Tab key on {someone.Page.Url}");
    }
}
