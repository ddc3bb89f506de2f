using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>Follows every link a person can reach and looks at each kind of page once: it answers, it is accessible, it fits the screen.</summary>
[Collection(LookingAtTheSample.Name)]
public sealed partial class EveryPage(SampleAsItStands host)
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
        var page = await host.SignIn(mailbox, new(language, width, scheme));
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
            faults.AddRange(await page.Faults(url));
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))"))
                if (!Download().IsMatch(link) && seen.Add(Looks.KindOf(link)))
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
        var page = await host.Open(new(language, width));
        await page.GotoAsync("/account/sign-in");
        (await page.Faults("/account/sign-in")).ShouldBeEmpty();
    }

    [GeneratedRegex("/(export|template)|handler=(csv|problems)|/openapi|/image", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Download();
}
