using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;

namespace CommunityLms.Browser.Tests;

/// <summary>Somebody at a browser: acts through roles and labels, and looks at each page met.</summary>
/// <param name="window">Where no script runs axe can't look; the same pages are looked at with one.</param>
internal sealed class Someone(IPage page, Window? window)
{
    /// <summary>Each kind of page is looked at once in each sort of window, whoever meets it.</summary>
    private static readonly ConcurrentDictionary<string, bool> Looked = new();

    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Menu => page.Locator("nav.lms-nav:visible");

    public async Task GoesTo(string url)
    {
        await page.GotoAsync(url);
        await Looks();
    }

    public async Task Follows(string link)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
        await Looks();
    }

    public async Task Presses(string button)
    {
        await Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await page.Settles();
    }

    public Task Fills(string label, string text) => Main.GetByLabel(label).First.FillAsync(text);

    public Task Chooses(string label, string option) => Main.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task Marks(string choice) => Main.GetByLabel(choice, new() { Exact = true }).First.CheckAsync();

    public Task Brings(string label, string file) => Main.GetByLabel(label).First.SetInputFilesAsync(file);

    public Task Brings(string label, string name, byte[] content) => Main.GetByLabel(label).First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    /// <summary>Types into a picker and takes what is found first.</summary>
    public async Task Picks(string label, string words)
    {
        var picker = Main.GetByRole(AriaRole.Combobox, new() { Name = label }).First;
        await picker.FillAsync(words);
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Found" }).GetByRole(AriaRole.Option).First.WaitForAsync();
        await picker.PressAsync("Enter");
    }

    /// <summary>Asks for something that asks back, and says yes.</summary>
    public async Task Confirms(string verb)
    {
        await Main.Locator("summary").GetByText(verb, new() { Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
    }

    public async Task Sees(string text)
    {
        await Assertions.Expect(Main).ToContainTextAsync(text);
        await Looks();
    }

    /// <summary>What is said to somebody who stands in this field.</summary>
    public Task SeesBeside(string label, string text) =>
        Assertions.Expect(Main.GetByLabel(label).First).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(text), RegexOptions.None, TimeSpan.FromSeconds(1)));

    public async Task SeesNot(string text)
    {
        await Looks();
        await Assertions.Expect(Main).Not.ToContainTextAsync(text);
    }

    /// <summary>What a link or button hands out as a file.</summary>
    public async Task<byte[]> Downloads(ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private async Task Looks()
    {
        await page.Settles();
        if (window is { Script: false })
            return;
        var heading = await page.Locator("h1, h2").AllInnerTextsAsync();
        if (Looked.TryAdd($"{window} {Tests.Looks.KindOf(new Uri(page.Url).AbsolutePath)} {string.Join('|', heading.Take(3))}", true))
            (await page.Faults(page.Url)).ShouldBeEmpty();
    }
}
