using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CommunityLms.Browser.Tests;

/// <summary>What must hold for every page as somebody sees it.</summary>
internal static partial class Looks
{
    /// <summary>What is wrong: barriers axe finds, and a page wider than its window.</summary>
    public static async Task<List<string>> Faults(this IPage page, string url)
    {
        var faults = (await page.RunAxe()).Violations.Select(v => $"{url}: {v.Id}: {v.Nodes[0].Html}").ToList();
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        if (over > 0)
            faults.Add($"{url} is {over} px too wide");
        return faults;
    }

    /// <summary>Two persons' pages are of one kind.</summary>
    public static string KindOf(string url) => Ids().Replace(url.Split('?', '#')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
