using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>
/// Follows every link a person can reach and looks at each kind of page once on a phone, light and dark: it answers, it is
/// accessible, it fits the screen and its scripts report nothing. The administrator, who reaches most, does so in both languages.
/// </summary>
[Collection(LookingAtTheSample.Name)]
public sealed partial class EveryPage(SampleAsItStands host)
{
    private const int Phone = 360, Desk = 1280, MostKinds = 300;

    /// <summary>By language and kind of page, what axe has looked at: another person's page is looked at if there is more in it.</summary>
    private static readonly Dictionary<string, HashSet<string>> Looked = [];

    [Theory]
    [InlineData("admin", "en", true)]
    [InlineData("admin", "zh-CN", false)]
    [InlineData("district", "zh-CN", false)]
    [InlineData("school", "en", false)]
    [InlineData("leader", "en", false)]
    [InlineData("mentor", "zh-CN", false)]
    [InlineData("trainee", "en", false)]
    public async Task Page_WhenReachableByAPersona_AnswersIsAccessibleAndFits(string mailbox, string language, bool alsoAtADesk)
    {
        var page = await host.SignIn(mailbox, new(language, Phone));
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        page.Console += (_, said) => faults.AddRange(said.Type == "error" ? [$"{page.Url}: {said.Text}"] : []);
        var open = new Queue<string>(["/"]);
        var seen = new HashSet<string> { "/" };
        while (open.TryDequeue(out var url))
        {
            seen.Count.ShouldBeLessThan(MostKinds, "addresses are kinds of pages, or this goes on for ever");
            var answer = await page.GotoAsync(url);
            if (answer!.Status >= 400)
            {
                faults.Add($"{url} answers {answer.Status}");
                continue;
            }
            var looked = CollectionsMarshal.GetValueRefOrAddDefault(Looked, $"{language} {Looks.KindOf(url)}", out _) ??= [];
            var parts = await page.Parts();
            if (!looked.IsSupersetOf(parts))
            {
                faults.AddRange(await page.Faults(url));
                faults.AddRange(await page.FaultsInTheDark(url));
                looked.UnionWith(parts);
            }
            else
                faults.AddRange(await page.TooWide(url));
            if (alsoAtADesk)
            {
                await page.SetViewportSizeAsync(Desk, 800);
                faults.AddRange(await page.Faults(url + " at a desk"));
                await page.SetViewportSizeAsync(Phone, 800);
            }
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))"))
                if (!Download().IsMatch(link) && seen.Add(Looks.KindOf(link)))
                    open.Enqueue(link);
        }
        seen.Count.ShouldBeGreaterThan(5, "a persona sees more than a home page");
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", Phone)]
    [InlineData("zh-CN", Phone)]
    [InlineData("zh-CN", Desk)]
    public async Task SignInPage_WhenNobodyIsSignedIn_IsAccessibleAndFits(string language, int width)
    {
        var page = await host.Open(new(language, width));
        await page.GotoAsync("/account/sign-in");
        (await page.Faults("/account/sign-in")).ShouldBeEmpty();
        (await page.FaultsInTheDark("/account/sign-in")).ShouldBeEmpty();
    }

    [GeneratedRegex("/(export|template)|handler=(csv|problems|xlsx|docx)|/openapi|/image", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Download();
}
