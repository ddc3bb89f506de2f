using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CommunityLms.Browser.Tests;

/// <summary>Waits that ask the page itself: an event of it may have come before anybody listened, and would be waited for in vain.</summary>
internal static class Arrivals
{
    /// <summary>Until all of the page is there; asked for so that it works in a window without script too.</summary>
    public static Task Settles(this IPage page) => Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");

    /// <summary>Until the address ends with these words, or goes on in its query after them, and all of that page is there.</summary>
    public static async Task ComesTo(this IPage page, string words)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(words) + "(&|$)", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Settles();
    }
}
