using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>The living style pages in Development: every part is there with its markup, accessible and fitting.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class StylePages(SampleAtWork host)
{
    [Theory]
    [InlineData("en", 1280, ColorScheme.Light)]
    [InlineData("zh-CN", 360, ColorScheme.Dark)]
    public async Task StylePage_WhenInDevelopment_ShowsPartsWithTheirMarkup(string language, int width, ColorScheme scheme)
    {
        var page = await host.SignIn("admin", new(language, width, scheme));
        await page.GotoAsync("/style");
        var tabs = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.lms-tabs a')].map(a => a.getAttribute('href'))");
        tabs.Length.ShouldBe(4);
        foreach (var tab in tabs)
        {
            await page.GotoAsync(tab);
            (await page.Faults(tab)).ShouldBeEmpty();
            await page.EvaluateAsync("document.querySelectorAll('details.lms-specimen-markup').forEach(d => d.open = true)");
            (await page.Locator("pre").AllTextContentsAsync()).ShouldAllBe(markup => markup.Contains('<'));
            (await page.Faults(tab + " with its markup")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task StylePage_WhenSomebodyWantsNoMotion_MovesNothing()
    {
        const string moving = "[...document.querySelectorAll('*')].filter(e => [getComputedStyle(e), getComputedStyle(e, '::before'), getComputedStyle(e, '::after')].some(s => parseFloat(s.transitionDuration) > 0 || parseFloat(s.animationDuration) > 0)).map(e => e.outerHTML.slice(0, 80))";
        var page = await host.SignIn("admin");
        await page.GotoAsync("/style");
        (await page.EvaluateAsync<string[]>(moving)).ShouldNotBeEmpty();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        (await page.EvaluateAsync<string[]>(moving)).ShouldBeEmpty();
    }
}

/// <summary>And where it isn't Development, there is no such page.</summary>
[Collection(LookingAtTheSample.Name)]
public sealed class StylePagesElsewhere(SampleAsItStands host)
{
    [Fact]
    public async Task StylePage_WhenNotInDevelopment_IsNotThere()
    {
        var page = await host.SignIn("admin");
        (await page.GotoAsync("/style"))!.Status.ShouldBe(404);
    }
}
