using CommunityLms.Screenshots;
using Microsoft.Playwright;

// Takes the pictures of the documentation anew: dotnet run --project tools/CommunityLms.Screenshots [name …]
const int MostBytes = 150_000;

var repository = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(repository, "CommunityLms.slnx")))
    repository = Path.GetDirectoryName(repository) ?? throw new InvalidOperationException("Start it within the repository.");
string[] browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
if (Array.Find(browsers, File.Exists) is not { } browserPath)
{
    Console.Error.WriteLine("No Chromium on this machine: install it (apt-get install chromium).");
    return 1;
}

await using var host = await SampleHost.Start(repository);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
var story = new Story(browser, host.Address);
var tooLarge = 0;
foreach (var shot in Shot.All.Where(s => args.Length == 0 || args.Contains(s.Name)))
{
    var file = Path.Combine(repository, "docs", "images", shot.Name + ".png");
    await Take(shot, file);
    var size = new FileInfo(file).Length;
    Console.WriteLine($"{shot.Name}: {size / 1000} kB");
    tooLarge += size > MostBytes ? 1 : 0;
}
return tooLarge;

async Task Take(Shot shot, string file)
{
    var (width, height) = shot.Phone ? (360, 740) : (1280, 800);
    await story.Reach(shot.After);
    if (shot.Matched)
        await story.Match();
    var page = await story.SignIn(shot.Mailbox, new() { Locale = shot.Language, ColorScheme = shot.Scheme, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
    await page.GotoAsync(shot.Path);
    if (shot.FirstRow)
        await page.Locator("a.lms-row-link").First.ClickAsync();
    foreach (var step in shot.Then)
    {
        await page.WaitForLoadStateAsync();
        if (step.StartsWith('/'))
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + step);
        else
            await page.Locator(step).First.ClickAsync();
    }
    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    // Drawings come after the page.
    if (await page.Locator("#designer, .lms-drawing").CountAsync() > 0)
        await page.Locator("[data-ready=true]").First.WaitForAsync();
    if (shot.At is { } part)
        await page.Locator(part).First.EvaluateAsync("e => e.scrollIntoView()");
    await page.ScreenshotAsync(new() { Path = file });
    await page.Context.CloseAsync();
}
