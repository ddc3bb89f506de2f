using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>An administrator draws how something is done, a teacher asks for it, the school decides.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class WorkflowsInUse(SampleAtWork host)
{
    private const string Ready = "#designer[data-ready=true]";

    [Fact]
    public async Task Workflow_WhenDrawnAndPublished_RunsFromTheRequestToTheDecision()
    {
        var admin = await host.As("admin");
        await Begins(admin, "Leave for a training", "training-leave", "Somebody asks, somebody decides");
        await Assertions.Expect(Problems(admin)).ToContainTextAsync("It can be published");
        await Names(admin, "Decide about it", "Decide about the leave");
        await admin.Fills("What is different", "The first one");
        await admin.Presses("Publish it");
        await admin.Sees("Version 1 is published");

        var teacher = await host.As("trainee", new(Width: 360));
        await teacher.GoesTo("/workflows/requests");
        await teacher.Follows("Leave for a training");
        await teacher.Fills("reason", "A course in the city");
        await teacher.Presses("Ask for it");
        await teacher.Sees("It is under way");

        var officer = await host.As("school");
        await officer.GoesTo("/workflows/tasks");
        await officer.Follows("Decide about the leave");
        await officer.Fills("agreed", "true");
        await officer.Presses("Complete the task");
        await officer.Sees("Done. It goes on from here by itself.");

        await teacher.GoesTo("/workflows/requests");
        await teacher.Main.GetByRole(AriaRole.Link, new() { Name = "Leave for a training" }).Last.ClickAsync();
        await teacher.Sees("did “Decide about the leave”");
        await teacher.Sees("It has ended.");
    }

    [Fact]
    public async Task Drawing_WhenAConditionCantBeRead_IsMarkedAndNotPublished()
    {
        var admin = await host.As("admin");
        await Begins(admin, "Broken", "broken", "Somebody asks, somebody decides");
        await Selects(admin, "Decide about it");
        await admin.Page.GetByLabel("Due after").FillAsync("5 +");
        await admin.Page.GetByLabel("Due after").PressAsync("Tab");
        await Assertions.Expect(Problems(admin)).ToContainTextAsync("5 +");
        await Assertions.Expect(admin.Page.Locator("[data-element-id=decide].lms-error")).ToHaveCountAsync(1);

        await admin.Presses("Publish it");

        await admin.Sees("can’t be published");
    }

    [Fact]
    public async Task Form_WhenBuiltByTheKeyboard_IsSavedAndCanBeTried()
    {
        var admin = await host.As("admin");
        await Begins(admin, "With a form", "with-a-form", "Somebody asks, somebody decides");
        await admin.Follows("Forms");
        await admin.Fills("Name", "Opinion of the school");
        await admin.Fills("Name in the drawing", "opinion");
        await admin.Presses("Add the form");
        var editor = admin.Page.Locator("#form-editor[data-ready=true]");
        await editor.WaitForAsync();

        foreach (var kind in new[] { "textfield", "checkbox" })
        {
            await editor.Locator($"[data-field-type={kind}].fjs-palette-field").PressAsync("Enter");
            await Assertions.Expect(editor.Locator($".fjs-form-field-{kind}")).ToHaveCountAsync(1);
        }
        await editor.Locator(".fjs-form-field-textfield").ClickAsync();
        await editor.Locator(".bio-properties-panel-group-header").GetByText("General", new() { Exact = true }).ClickAsync();
        var label = editor.GetByLabel("Field label");
        await label.FillAsync("What speaks for it");
        await label.PressAsync("Tab");
        await Assertions.Expect(editor.Locator(".fjs-form-field-textfield")).ToContainTextAsync("What speaks for it");
        // The page with the editor on it, as far as form-js allows.
        await admin.Sees("Opinion of the school");
        await admin.Presses("Save the form");
        await admin.Sees("The form is saved.");

        await admin.Follows("Try it");
        await admin.Fills("What speaks for it", "Everything");
        await admin.Presses("Try to send it");
        await admin.Sees("Everything");
    }

    [Fact]
    public async Task Form_WithAFileChosen_FollowsTheAnswersAndKeepsTheFile()
    {
        var teacher = await host.As("trainee", new(Width: 360));
        await teacher.GoesTo("/workflows/requests/new/teacher-transfer");
        await teacher.Brings("证明材料", "certificate.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]);
        await teacher.Picks("现任学校", "太平镇中心小学");
        var asked = await teacher.Page.RunAndWaitForRequestFinishedAsync(() => teacher.Picks("接收学校", "太平镇中心小学"), new() { Predicate = r => r.Method == "POST" });
        asked.Headers["content-type"].ShouldStartWith("application/x-www-form-urlencoded");
        await teacher.Sees("接收学校与现任学校相同，");
        (await teacher.Main.GetByLabel("证明材料").EvaluateAsync<int>("input => input.files.length")).ShouldBe(1);
    }

    private static async Task Begins(Someone admin, string name, string key, string template)
    {
        await admin.GoesTo("/workflows/definitions/new");
        await admin.Fills("What it is called", name);
        await admin.Fills("Short name", key);
        await admin.Marks(template);
        await admin.Presses("Go to the drawing");
        await admin.Page.Locator(Ready).WaitForAsync();
    }

    private static async Task Selects(Someone admin, string step)
    {
        await admin.Page.GetByRole(AriaRole.Tab, new() { Name = "Steps" }).ClickAsync();
        // A step also says what comes after it.
        await admin.Page.Locator("#panel-outline").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(step), RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
    }

    /// <summary>Renames a step in the panel, and waits until that is saved.</summary>
    private static async Task Names(Someone admin, string step, string name)
    {
        await Selects(admin, step);
        await admin.Page.GetByLabel("What it is called").FillAsync(name);
        await admin.Page.GetByLabel("What it is called").PressAsync("Tab");
        await Assertions.Expect(admin.Page.Locator("[data-part=state]")).ToHaveTextAsync("All is saved");
    }

    private static ILocator Problems(Someone admin) => admin.Page.Locator("[data-part=problems]");
}
