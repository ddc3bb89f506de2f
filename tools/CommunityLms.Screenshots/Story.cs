using Microsoft.Playwright;

namespace CommunityLms.Screenshots;

/// <summary>How far the sample's pair has come before a picture is taken.</summary>
internal enum Chapter
{
    /// <summary>As the sample brings it.</summary>
    Begun,

    /// <summary>Four decisions, two signatures; the school's seal is awaited.</summary>
    Signed,

    /// <summary>Sealed by school and district, under way, with a first contact in the log.</summary>
    UnderWay,
}

/// <summary>What the sample's people do, page by page, so that pictures show work and not empty lists. Nothing is done twice.</summary>
internal sealed class Story(IBrowser browser, string address)
{
    public const string Password = "Sample-2026!";
    private const float Patience = 60_000;
    private static readonly (string Kind, string Text)[] s_decisions =
    [
        ("Goal", "一学年内能独立上好英语口语课"), ("Time", "每两周到校一次，其余电话联系"), ("Theme", "课堂提问"), ("Method", "互听课，同上一节课，课后即评"),
    ];

    private Chapter _reached;
    private bool _matched;

    /// <summary>A window of somebody of the sample, signed in.</summary>
    public async Task<IPage> SignIn(string mailbox, BrowserNewContextOptions? options = null)
    {
        options ??= new() { Locale = "en" };
        options.BaseURL = address;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync($"{mailbox}@sample.example");
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await page.WaitForURLAsync("**/");
        return page;
    }

    public async Task Reach(Chapter chapter)
    {
        if (_reached < Chapter.Signed && chapter >= Chapter.Signed)
            await Sign();
        if (_reached < Chapter.UnderWay && chapter >= Chapter.UnderWay)
            await Seal();
        _reached = chapter > _reached ? chapter : _reached;
    }

    /// <summary>The administrator has a matching of the open programme computed, once.</summary>
    public async Task Match()
    {
        if (_matched)
            return;
        _matched = true;
        var admin = await SignIn("admin");
        await admin.GotoAsync("/mentoring/programmes");
        await Follow(admin.Locator("a.lms-row-link", new() { HasText = "城乡英语教师结对" }));
        await admin.GotoAsync(new Uri(admin.Url).AbsolutePath + "/matchings");
        await Follow(admin.Locator("a[href$='/matchings/new']").First);
        await admin.Locator("[name='Input.Name']").FillAsync("英语，新学年");
        await admin.Locator("[name='Input.SubjectId']").SelectOptionAsync(new SelectOptionValue { Label = "English" });
        await admin.Locator("main form .btn-primary").Last.ClickAsync();
        await admin.Locator("form:has(input[value=Optimum]) button").ClickAsync();
        await admin.Locator("a[href*='/matchings/results/']").First.WaitForAsync();
        await admin.Context.CloseAsync();
    }

    private async Task Sign()
    {
        var (mentor, trainee) = (await SignIn("mentor"), await SignIn("trainee"));
        var contract = await ContractOf(trainee);
        foreach (var (kind, text) in s_decisions)
        {
            await Until(mentor, contract, mentor.Locator($"a[href$='/propose/{kind}' i]"));
            await mentor.GotoAsync($"{contract}/propose/{kind}");
            await mentor.Locator("[name=Text]").FillAsync(text);
            foreach (var goal in await mentor.Locator("[name$='.Goal']").AllAsync())
                await goal.FillAsync("独立备课、上课");
            foreach (var measure in await mentor.Locator("[name$='.Measure']").AllAsync())
                await measure.FillAsync("两份教案，一节公开课");
            await mentor.Locator("main form .btn-primary").ClickAsync();
            await trainee.GotoAsync(contract);
            await trainee.Locator($"#decision-{kind.ToLowerInvariant()} form .btn-primary").ClickAsync();
        }
        foreach (var side in new[] { mentor, trainee })
            await Confirm(side, contract);
        await Until(await SignIn("school"), "/mentoring/seals", page => page.Locator("a.lms-row-link"));
    }

    private async Task Seal()
    {
        var trainee = await SignIn("trainee");
        var contract = await ContractOf(trainee);
        foreach (var office in new[] { "school", "district" })
        {
            var keeper = await SignIn(office);
            await Until(keeper, "/mentoring/seals", page => page.Locator("a.lms-row-link"));
            await Confirm(keeper, contract);
        }
        await Until(trainee, "/mentoring/my", page => page.Locator("[name='Input.Topic']"));
        await trainee.Locator("[name='Input.Topic']").First.FillAsync("备课：Unit 2 Animals");
        await trainee.Locator("form:has([name='Input.Topic']) .btn-primary").First.ClickAsync();
    }

    private static async Task<string> ContractOf(IPage trainee)
    {
        await trainee.GotoAsync("/mentoring/my");
        return (await trainee.Locator("main a[href*='/mentoring/contracts/']").First.GetAttributeAsync("href"))!.Split('#')[0];
    }

    private static async Task Confirm(IPage page, string contract)
    {
        await Until(page, contract, page.Locator("form:has([name=hash]) [name=password]"));
        await page.Locator("form:has([name=hash]) [name=password]").First.FillAsync(Password);
        await page.Locator("form:has([name=hash]) .btn-primary").First.ClickAsync();
    }

    /// <summary>Opens the page until what the workflow brings is there.</summary>
    private static Task Until(IPage page, string path, Func<IPage, ILocator> what) => Until(page, path, what(page));

    private static async Task Until(IPage page, string path, ILocator what)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await page.GotoAsync(path);
            if (await what.CountAsync() > 0)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        throw new TimeoutException($"{path} doesn't show what is waited for.");
    }

    private static async Task Follow(ILocator link)
    {
        await link.First.ClickAsync();
        await link.Page.WaitForLoadStateAsync();
    }
}
