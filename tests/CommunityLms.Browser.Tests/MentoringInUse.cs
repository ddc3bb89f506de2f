using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>
/// The main job, with everybody who has a part in it: the plan comes in from a table, the pair agrees, signs, is sealed, works through its
/// stages, is confirmed at mid-term, finishes; the volume is printed and the figures are read. The mentor has an English phone, the trainee a Chinese one.
/// </summary>
[Collection(WorkingInTheSample.Name)]
public sealed class MentoringInUse(SampleAtWork host)
{
    private const string Programme = "从头到尾";
    private const int Looks = 60;

    [Fact]
    public async Task Pair_FromTheImportedPlanToThePrintedVolume_GoesItsWholeWay()
    {
        var admin = await host.As("admin");
        var (mentor, trainee) = (await host.As("mentor", new(Width: 360)), await host.As("trainee", new("zh-CN", 360)));
        var (school, district) = (await host.As("school"), await host.As("district"));
        await Reads(trainee, "简体中文");
        await EndsTheFirst(admin, await FirstContract(trainee));
        await SetsUp(admin);
        await Imports(admin);

        var contract = await NewContract(trainee);
        await Agree(mentor, trainee, contract);
        foreach (var (side, step) in new[] { (mentor, "MentorSignature"), (trainee, "TraineeSignature") })
        {
            await Until(side, contract, $"#password-{step}");
            await side.Page.Locator($"#password-{step}").FillAsync(BrowserHost.Password);
            await side.Page.Locator($"form:has(#password-{step}) button.btn-primary").ClickAsync();
        }
        await Seals(school, contract, "SchoolSeal");
        await Seals(district, contract, "DistrictSeal");

        await Until(mentor, contract, "#stages");
        await LogsInPassing(mentor);
        await EntersAndIsAccepted(trainee, mentor, contract);
        foreach (var stage in (string[])["1", "2"])
            foreach (var side in (Someone[])[mentor, trainee])
            {
                await Until(side, contract, $"form:has(#review) input[name=stage][value='{stage}']");
                await side.Page.Locator("#review").FillAsync("提问更开放了，还要练习追问。");
                await side.Page.Locator("form:has(#review) button.btn-primary").ClickAsync();
            }
        await Until(school, contract, "form[action*='handler=Midterm' i] button");
        await school.Presses("Yes, confirmed");
        foreach (var side in (Someone[])[mentor, trainee])
        {
            await Until(side, contract, "#conclusion");
            await side.Page.Locator("#conclusion").FillAsync("能独立上好公开课了。");
            await side.Page.Locator("form:has(#conclusion) button.btn-primary").ClickAsync();
        }

        await Until(trainee, contract, $"a[href='{contract}/certificate/Trainee' i]");
        await trainee.GoesTo($"{contract}/volume");
        await trainee.Sees("能独立上好公开课了。");
        (await trainee.Page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
        (await trainee.Downloads(trainee.Main.Locator("a[href*='handler=Word' i]"))).Length.ShouldBeGreaterThan(1_000);
        await trainee.GoesTo($"{contract}/certificate/Trainee");
        await trainee.Main.Locator("form button").ClickAsync();
        await Assertions.Expect(trainee.Main.Locator(".lms-proof svg")).ToBeVisibleAsync();
        var code = Regex.Match(await trainee.Main.Locator(".lms-proof").InnerTextAsync(), "/verify/(?<code>[0-9A-Z-]{19})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        var visitor = await host.AsVisitor();
        await visitor.GoesTo($"/verify/{code}");
        await visitor.Sees("This number is ours.");

        await admin.GoesTo("/mentoring/programmes");
        await admin.Follows(Programme);
        await admin.Follows("Figures");
        await admin.Main.Locator("a[href*='contracts-completed']").First.ClickAsync();
        await admin.Sees("Chen Xiaolan");
        await Reads(trainee, "English");
    }

    /// <summary>The choice is kept with the account: other tests find it as this one leaves it.</summary>
    private static async Task Reads(Someone who, string language)
    {
        await who.GoesTo("/account/profile");
        await who.Marks(language);
        await who.Main.Locator("form:has([type=radio]) .btn-primary").First.ClickAsync();
        await who.Page.Settles();
    }

    private static async Task<string> FirstContract(Someone trainee)
    {
        await trainee.GoesTo("/mentoring/my");
        return (await trainee.Main.Locator("h2 a").First.GetAttributeAsync("href"))!;
    }

    private static async Task EndsTheFirst(Someone admin, string contract)
    {
        await admin.GoesTo($"{contract}/status");
        await admin.Presses("End it");
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await admin.Sees("ended early");
    }

    private static async Task SetsUp(Someone admin)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        await admin.GoesTo("/mentoring/programmes/new");
        await admin.Chooses("Template", "Old brings new, within a school");
        await admin.Fills("Name", Programme);
        await admin.Marks("English");
        foreach (var (field, day) in new[] { ("From", today.AddDays(-2)), ("To", today.AddDays(1)), ("MidtermOn", today.AddDays(-1)) })
            await admin.Page.Locator($"[name='Input.{field}']").FillAsync(day.ToString("O", CultureInfo.InvariantCulture));
        await admin.Page.Locator("[name='Input.WorkflowKey']").SelectOptionAsync("mentoring-contract");
        await admin.Presses("Set it up");
        await admin.Presses("Open it");
        await admin.Sees("Now people can be paired.");
    }

    private static async Task Imports(Someone admin)
    {
        await admin.GoesTo("/imports/people");
        var people = Table.Read(await admin.Downloads(admin.Main.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).Last));
        string Number(string name) => people.Rows.First(r => r[people.Column("Latin name")] == name)[people.Column("Staff number")];
        await admin.GoesTo("/imports/teacher-pairs");
        await ImportingPeople.Check(admin, "pairs.csv", Table.Utf8($"Programme,Subject,Mentor,Trainee\n{Programme},ENG,{Number("He Xiaoyan")},{Number("Chen Xiaolan")}\n"));
        await admin.Confirms("Import 1 rows");
        await admin.Sees("1 added, 0 changed.");
    }

    /// <summary>The trainee's newest contract, once its workflow asks for something.</summary>
    private static async Task<string> NewContract(Someone trainee)
    {
        await Until(trainee, "/mentoring/my", ".lms-section:first-of-type:has-text('下一步')");
        return await FirstContract(trainee);
    }

    private static async Task Agree(Someone mentor, Someone trainee, string contract)
    {
        foreach (var kind in (string[])["Goal", "Time", "Theme", "Method"])
        {
            await Until(mentor, contract, $"a[href='{contract}/propose/{kind}' i]");
            await mentor.GoesTo($"{contract}/propose/{kind}");
            await mentor.Page.Locator("[name=Text]").FillAsync("每周一次，一起备课");
            for (var stage = 0; kind == "Goal" && stage < 2; stage++)
            {
                await mentor.Page.Locator($"[name='StageGoals[{stage}].Goal']").FillAsync("独立备课");
                await mentor.Page.Locator($"[name='StageGoals[{stage}].Measure']").FillAsync("两份教案");
            }
            await mentor.Presses("Propose it");
            await trainee.GoesTo(contract);
            await trainee.Presses("同意");
        }
    }

    /// <summary>From the desk, looked through and sealed together with whatever else waits.</summary>
    private static async Task Seals(Someone officer, string contract, string step)
    {
        await Until(officer, "/mentoring/seals", $"input[name=keys][value='{contract.Split('/')[^1]}:{step}']");
        await officer.Page.Locator($"input[name=keys][value='{contract.Split('/')[^1]}:{step}']").CheckAsync();
        await officer.Presses("Look through and seal");
        await officer.Sees("每周一次，一起备课");
        await officer.Page.Locator("[name=Password]").FillAsync(BrowserHost.Password);
        await officer.Presses("Seal the contract");
        await officer.Sees("Sealed: 1.");
    }

    private static async Task LogsInPassing(Someone mentor)
    {
        await mentor.GoesTo("/mentoring/my");
        await mentor.Page.Locator("[name='Input.Topic']").First.FillAsync("备课：Unit 2 Animals");
        await mentor.Presses("Log it");
        await mentor.Sees("Logged.");
    }

    private static async Task EntersAndIsAccepted(Someone trainee, Someone mentor, string contract)
    {
        await trainee.GoesTo($"/mentoring/my/{contract.Split('/')[^1]}/evidence");
        await trainee.Page.Locator("[name='Input.Activity']").First.CheckAsync();
        await trainee.Page.Locator("[name='Input.Title']").FillAsync("Unit 13 Diet，四年级1班");
        await trainee.Page.Locator("form.lms-form button.btn-primary").ClickAsync();
        await trainee.Sees("Unit 13 Diet，四年级1班");
        await mentor.GoesTo(contract);
        await mentor.Follows("互听课: Unit 13 Diet，四年级1班 (Chen Xiaolan)");
        await mentor.Presses("Accept");
        await mentor.Sees("accepted");
    }

    /// <summary>Loads the page anew until the workflow has come so far: it goes on in the background.</summary>
    private static async Task Until(Someone who, string url, string selector)
    {
        for (var look = 0; look < Looks; look++)
        {
            await who.Page.GotoAsync(url);
            if (await who.Main.Locator(selector).CountAsync() > 0)
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }
        await who.GoesTo(url);
        await Assertions.Expect(who.Main.Locator(selector).First).ToBeAttachedAsync();
    }
}
