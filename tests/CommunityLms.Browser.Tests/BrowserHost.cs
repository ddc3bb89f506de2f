using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>The real host with the sample institutes on Kestrel, and a headless Chromium in front of it.</summary>
public class BrowserHost : IAsyncLifetime
{
    private const string Password = "Sample-2026!";
    private static readonly string? Executable = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
    private readonly SqliteDatabase _database = new();
    private App? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>As in production, assets are compressed and may be kept; Development sends them plain and anew.</summary>
    private protected virtual string Environment => "Testing";

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        await _database.InitializeAsync();
        _app = new App(_database, Environment);
        _app.UseKestrel(0);
        _app.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of one person's browser, signed in.</summary>
    /// <param name="mailbox">A sample account, before its @.</param>
    /// <param name="language">en or zh-CN.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    public async Task<IPage> SignIn(string mailbox, string language, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Open(language, width, scheme);
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync($"{mailbox}@sample.example");
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await page.WaitForURLAsync("**/");
        return page;
    }

    /// <summary>A window in which nobody is signed in.</summary>
    public async Task<IPage> Open(string language, int width, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, "No Chromium on this machine: install it (apt-get install chromium) to run the browser tests.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _app!.ClientOptions.BaseAddress.ToString(), Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 },
            // Axe is put into the page; the policy itself is checked by the tests of the host.
            BypassCSP = true,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is null)
            return;
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class App(SqliteDatabase database, string environment) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseStaticWebAssets();
            builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
            builder.UseSetting("Sample", "true");
            builder.UseSetting("Accounts:GuessesPerMinute", "1000");
            builder.UseSetting("Database:ConnectionString", database.Options.ConnectionString);
            builder.UseSetting("Database:Synchronous", "NORMAL");
            builder.UseSetting("Files:Folder", Path.Combine(Path.GetTempPath(), "lms-browser-files"));
            builder.UseSetting("Plugins:Folder", "no-plugins");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
