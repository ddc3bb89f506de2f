using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CommunityLms.Browser.Tests;

/// <summary>What must hold for every page as somebody sees it.</summary>
internal static partial class Looks
{
    private const string Ground = "getComputedStyle(document.body).backgroundColor";
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong: barriers axe finds, and a page wider than its window.</summary>
    public static async Task<List<string>> Faults(this IPage page, string url) => [.. await page.Barriers(url), .. await page.TooWide(url)];

    public static async Task<List<string>> TooWide(this IPage page, string url)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        return over > 0 ? [$"{url} is {over} px too wide"] : [];
    }

    /// <summary>What is wrong with a page open in light colours once it is dark: the same page, so that only its colours are looked at. Paper stays white.</summary>
    public static async Task<List<string>> FaultsInTheDark(this IPage page, string url)
    {
        var light = await page.EvaluateAsync<string>(Ground);
        await page.Wears(ColorScheme.Dark);
        var faults = await page.Barriers(url + " in the dark", "color-contrast", "link-in-text-block");
        if (await page.EvaluateAsync<string>(Ground) == light && await page.EvaluateAsync<bool>("document.documentElement.dataset.bsTheme === 'auto'"))
            faults.Add($"{url} stays light in the dark");
        await page.Wears(ColorScheme.Light);
        return faults;
    }

    /// <summary>Colours on their way to others are neither: what moves is brought to its end.</summary>
    private static async Task Wears(this IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.EvaluateAsync(
            """
            async () => {
              for (let moving = true; moving;) {
                await new Promise(requestAnimationFrame);
                const transitions = document.getAnimations().filter(a => a instanceof CSSTransition);
                transitions.forEach(t => t.finish());
                moving = transitions.length > 0;
              }
            }
            """);
    }

    /// <summary>What the page is made of, as far as axe could mind: each sort of element within its parent's sort, and whether it has a name and words.</summary>
    public static Task<string[]> Parts(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const sort = e => e.tagName + '.' + e.classList + [...e.attributes].filter(a => /^(role|type|hidden|open|disabled|scope)$/.test(a.name)).map(a => `[${a.name}=${a.value}]`).join('') + [...e.attributes].filter(a => /^(aria-|alt|title|lang|for|tabindex)/.test(a.name)).map(a => `[${a.name}]`).join('');
          return [...new Set([...document.body.querySelectorAll('*')].map(e => `${sort(e.parentElement)} > ${sort(e)} ${e.textContent.trim().length > 0}`))];
        }
        """);

    /// <summary>
    /// Runs axe within the page and asks for violations alone: what its package does beside that, a page of its own for each
    /// report and every element that passed, takes five times as long.
    /// </summary>
    private static async Task<List<string>> Barriers(this IPage page, string url, params string[] rules)
    {
        if (page.Frames.Count > 1)
            return [$"{url} has a frame, into which axe doesn't look here"];
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync<object>(Axe + ";0");
        return [.. (await page.EvaluateAsync<string[]>(
            """
            async rules => {
              const report = await axe.run(document, { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) });
              if (report.passes.length === 0) return ['axe looked at nothing'];
              return report.violations.map(v => `${v.id}: ${v.nodes[0].html}`);
            }
            """,
            rules)).Select(fault => $"{url}: {fault}")];
    }

    /// <summary>Two persons' pages are of one kind.</summary>
    public static string KindOf(string url) => Ids().Replace(url.Split('?', '#')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
