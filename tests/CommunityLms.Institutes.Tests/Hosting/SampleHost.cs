using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Tokens;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>The real host with the sample institutes on a database of its own; people sign in as they do in a browser.</summary>
public sealed class SampleHost<TDatabase> : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private readonly Dictionary<string, Visitor> _browsers = [];
    private readonly SemaphoreSlim _one = new(1);
    private App? _app;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    /// <summary>The browser in which the owner of this sample mailbox is signed in.</summary>
    public async Task<Visitor> SignedIn(string mailbox)
    {
        await _one.WaitAsync();
        try
        {
            return _browsers.TryGetValue(mailbox, out var known) ? known : _browsers[mailbox] = await SignIn(mailbox);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Another browser in which they are.</summary>
    public async Task<Visitor> SignIn(string mailbox)
    {
        var browser = Open();
        var home = await browser.SignIn(mailbox + SampleSeed.Domain, SampleSeed.Password);
        home.Path.ShouldBe("/", home.Text);
        return browser;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Visitor Open() => new(Running.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }));

    /// <summary>A program with an access token of the owner of this sample mailbox, limited to these permissions.</summary>
    public async Task<HttpClient> Program(string mailbox, params string[] permissions)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Users.SingleAsync(a => a.Email == mailbox + SampleSeed.Domain);
        var membership = (await scope.ServiceProvider.GetRequiredService<Memberships>().Of(account.Id, CancellationToken.None))[0];
        using var _ = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(membership.InstituteId);
        using var __ = scope.ServiceProvider.GetRequiredService<ICurrentUser>().Change(new Actor(account.Id, mailbox, membership.PersonId));
        var token = await scope.ServiceProvider.GetRequiredService<CreateAccessToken>().Handle(new() { Name = "Program", Permissions = [.. permissions] }, CancellationToken.None);
        var client = Running.CreateClient(new() { BaseAddress = new("https://localhost"), HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Works on the stored data of the first institute, or of the second.</summary>
    internal async Task<T> Stored<T>(Func<InstitutesDbContext, Task<T>> work, bool second = false)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstitutesDbContext>();
        var institutes = await db.Institutes.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync();
        using var _ = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(institutes[second ? 1 : 0]);
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await _database.DisposeAsync();
        _one.Dispose();
    }

    private App Running => _app ??= new(_database);

    private sealed class App(TestDatabase database) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            var files = Directory.CreateTempSubdirectory("lms-host-").FullName;
            builder.UseEnvironment("Testing")
                .UseSetting("Sample", "true")
                .UseSetting("Database:Provider", database.Options.Provider.ToString())
                .UseSetting("Database:ConnectionString", database.Options.ConnectionString)
                .UseSetting("Database:Synchronous", database.Options.Synchronous)
                .UseSetting("Files:Folder", files)
                .UseSetting("Plugins:Folder", files)
                .UseSetting("Accounts:GuessesPerMinute", "1000")
                .UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
