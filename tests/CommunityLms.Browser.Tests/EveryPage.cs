using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>Follows every link a person can reach and looks at each kind of page once: it answers, it is accessible, it fits the screen.</summary>
public sealed partial class EveryPage(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const int MostKinds = 120;

    [Theory]
    [InlineData("admin", "en", 1280, ColorScheme.Light)]
    [InlineData("admin", "zh-CN", 360, ColorScheme.Dark)]
    [InlineData("school", "en", 360, ColorScheme.Light)]
    [InlineData("mentor", "zh-CN", 360, ColorScheme.Light)]
    [InlineData("trainee", "en", 360, ColorScheme.Dark)]
    public async Task Page_WhenReachableByAPersona_AnswersIsAccessibleAndFits(string mailbox, string language, int width, ColorScheme scheme)
    {
        var page = await host.SignIn(mailbox, language, width, scheme);
        var faults = new List<string>();
        var open = new Queue<string>(["/"]);
        var seen = new HashSet<string> { "/" };
        var looked = 0;
        while (open.TryDequeue(out var url) && looked++ < MostKinds)
        {
            var answer = await page.GotoAsync(url);
            if (answer!.Status >= 400)
            {
                faults.Add($"{url} answers {answer.Status}");
                continue;
            }
            faults.AddRange(await Look(page, url));
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))"))
                if (!Download().IsMatch(link) && seen.Add(KindOf(link)))
                    open.Enqueue(link);
        }
        looked.ShouldBeGreaterThan(5, "a persona sees more than a home page");
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", 360)]
    [InlineData("zh-CN", 1280)]
    public async Task SignInPage_WhenNobodyIsSignedIn_IsAccessibleAndFits(string language, int width)
    {
        var page = await host.Open(language, width);
        await page.GotoAsync("/account/sign-in");
        (await Look(page, "/account/sign-in")).ShouldBeEmpty();
    }

    internal static async Task<List<string>> Look(IPage page, string url)
    {
        var faults = (await page.RunAxe()).Violations.Select(v => $"{url}: {v.Id}: {v.Nodes[0].Html}").ToList();
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        if (over > 0)
            faults.Add($"{url} is {over} px too wide");
        return faults;
    }

    /// <summary>Two persons' pages are of one kind.</summary>
    private static string KindOf(string url) => Ids().Replace(url.Split('?', '#')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("/(export|template)|handler=(csv|problems)|/openapi|/image", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Download();
}
