using System.Collections.Concurrent;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>The real host with the sample institutes on Kestrel, and windows of a browser in front of it.</summary>
/// <param name="environment">Testing is as production: assets are compressed and may be kept. Development shows the mails that would be sent.</param>
public abstract class BrowserHost(Chromium chromium, string environment) : IAsyncLifetime
{
    public const string Domain = "@sample.example", Password = "Sample-2026!";
    private readonly SqliteDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-browser-").FullName;
    private readonly ConcurrentDictionary<string, string> _signedIn = new();
    private App? _app;

    public string Address => _app!.ClientOptions.BaseAddress.ToString();

    /// <summary>Where plug-ins are dropped before the host starts.</summary>
    protected string Plugins => Path.Combine(_folder, "plugins");

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere)
            return;
        await _database.InitializeAsync();
        DropPlugins();
        _app = new App(_database, environment, _folder);
        _app.UseKestrel(0);
        _app.StartServer();
    }

    /// <summary>A window of one person's browser, signed in as they did in their first window.</summary>
    /// <param name="mailbox">A sample account, before its @.</param>
    public async Task<IPage> SignIn(string mailbox, Window? window = null)
    {
        if (_signedIn.TryGetValue(mailbox, out var cookies))
            return await Open(window, cookies);
        var page = await Open(window);
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(mailbox + Domain);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await page.ComesTo("/");
        _signedIn[mailbox] = await page.Context.StorageStateAsync();
        return page;
    }

    /// <summary>A window in which nobody is signed in.</summary>
    public Task<IPage> Open(Window? window = null) => Open(window, cookies: null);

    private Task<IPage> Open(Window? window, string? cookies)
    {
        var (language, width, scheme, script) = window ?? new();
        return chromium.Open(new()
        {
            BaseURL = _app?.ClientOptions.BaseAddress.ToString(), Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script,
            StorageState = cookies,
            // Axe is put into the page; the policy itself is checked by the tests of the host.
            BypassCSP = true,
        });
    }

    /// <summary>The same, acting through roles and labels.</summary>
    internal async Task<Someone> As(string mailbox, Window? window = null) => new(await SignIn(mailbox, window), window);

    internal async Task<Someone> AsVisitor(Window? window = null) => new(await Open(window), window);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is null)
            return;
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected virtual void DropPlugins()
    {
    }

    private sealed class App(SqliteDatabase database, string environment, string folder) : WebApplicationFactory<Program>
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
            builder.UseSetting("Files:Folder", Path.Combine(folder, "files"));
            builder.UseSetting("Plugins:Folder", Path.Combine(folder, "plugins"));
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Language">en or zh-CN.</param>
/// <param name="Width">In CSS pixels; a phone has 360.</param>
public sealed record Window(string Language = "en", int Width = 1280, ColorScheme Scheme = ColorScheme.Light, bool Script = true);

/// <summary>The sample as it stands: its tests look and change nothing.</summary>
public sealed class SampleAsItStands(Chromium chromium) : BrowserHost(chromium, "Testing");

[CollectionDefinition(Name)]
public sealed class LookingAtTheSample : ICollectionFixture<SampleAsItStands>
{
    public const string Name = "Looking at the sample";
}

/// <summary>A sample people work in: each test changes what is its own. The noticeboard is dropped in.</summary>
public sealed class SampleAtWork(Chromium chromium) : BrowserHost(chromium, "Development")
{
    private const string Noticeboard = "CommunityLms.Samples.Noticeboard";

    protected override void DropPlugins()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "published", Noticeboard);
        foreach (var file in Directory.GetFiles(published, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Plugins, Noticeboard, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class WorkingInTheSample : ICollectionFixture<SampleAtWork>
{
    public const string Name = "Working in the sample";
}
