using System.Net;
using System.Text.RegularExpressions;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using CommunityLms.Testing;
using Microsoft.Data.Sqlite;

namespace CommunityLms.Plugins.Tests;

/// <summary>A host with the kernel and whatever a test drops into its plug-ins' folder; gone with its database when the test is.</summary>
public sealed class PluginHost : IAsyncDisposable
{
    public const string Noticeboard = "CommunityLms.Samples.Noticeboard";

    private readonly string _root = Directory.CreateTempSubdirectory("lms-plugin-host-").FullName;
    private WebApplication? _app;

    public string Plugins => Path.Combine(_root, "plugins");

    public string ConnectionString => $"Data Source={Path.Combine(_root, "test.db")}";

    public LogLines Log { get; } = new();

    public ModuleCatalog Catalog => Services.GetRequiredService<ModuleCatalog>();

    public IServiceProvider Services => _app!.Services;

    /// <summary>Copies the output of <c>dotnet publish</c> as an administrator would.</summary>
    public void DropNoticeboard()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "published", Noticeboard);
        foreach (var file in Directory.GetFiles(published, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Plugins, Noticeboard, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public async Task Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _root, EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Configuration["Database:ConnectionString"] = ConnectionString;
        builder.Configuration["Database:Synchronous"] = "NORMAL";
        _app = builder.AddLms(typeof(TestHostModule)).Build();
        await _app.UseLmsAsync();
        await _app.StartAsync();
    }

    internal HttpClient As(TestPerson? person, string language = "en")
    {
        var client = new HttpClient(new CookieContainerHandler { InnerHandler = _app!.GetTestServer().CreateHandler() }) { BaseAddress = new("https://localhost") };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (person is not null)
            client.DefaultRequestHeaders.Add(TestPerson.Header, person.Name);
        return client;
    }

    /// <summary>The entries of the main menu as they stand on a page everybody may open.</summary>
    internal async Task<IReadOnlyList<string>> MenuOf(TestPerson person, string language = "en")
    {
        var home = WebUtility.HtmlDecode(await As(person, language).GetStringAsync("/"));
        var menu = Regex.Match(home, "(?<=<nav class=\"lms-nav\").*?(?=</nav>)", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
        return [.. Regex.Matches(menu, "(?<=<span>)[^<]+(?=</span>)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(entry => entry.Value)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(_root, recursive: true);
    }
}
