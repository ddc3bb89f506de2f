using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>The real host with the sample institutes on a fresh SQLite database, its clock movable and its log kept. One for all tests that need it.</summary>
public sealed class InstitutesHost : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lms-host-{Guid.CreateVersion7():N}");
    private readonly Dictionary<string, Visitor> _browsers = [];
    private WebApplicationFactory<Program> _factory = null!;

    internal MovableClock Clock { get; } = new();

    internal KeptLog Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Directory.CreateDirectory(_folder);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseSetting("Sample", "true");
            host.UseSetting("Accounts:GuessesPerMinute", "10000");
            host.UseSetting("Api:CallsAtOnce", "1000000");
            host.UseSetting("Database:ConnectionString", _database.Options.ConnectionString);
            host.UseSetting("Database:Synchronous", _database.Options.Synchronous);
            host.UseSetting("Files:Folder", Path.Combine(_folder, "files"));
            host.UseSetting("Plugins:Folder", Path.Combine(_folder, "plugins"));
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
            host.ConfigureLogging(log => log.AddProvider(Log));
        });
        // The first use starts the host, which migrates and brings the sample.
        _ = _factory.Services;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser in which this sample account is signed in.</summary>
    internal async Task<Visitor> Browse(string name)
    {
        if (_browsers.TryGetValue(name, out var known))
            return known;
        var browser = new Visitor(_factory.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }));
        (await browser.SignIn($"{name}@sample.example", SampleSeed.Password)).Path.ShouldBe("/");
        return _browsers[name] = browser;
    }

    /// <summary>The host as it was built.</summary>
    internal IServiceProvider Services => _factory.Services;

    /// <summary>A client whose cookies the test keeps itself.</summary>
    internal HttpClient Open(params DelegatingHandler[] handlers) => _factory.CreateDefaultClient(new Uri("https://localhost"), handlers);

    /// <summary>Works in the name of a sample account, as a request of theirs would.</summary>
    internal async Task<T> As<T>(string name, Func<IServiceProvider, Task<T>> work)
    {
        var actor = await ActorOf(name);
        return await As(actor.Institute, new Actor(actor.Account, name, actor.Person), work);
    }

    internal Task As(string name, Func<IServiceProvider, Task> work) => As(name, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Works in an institute in somebody's name; null is the system's.</summary>
    internal async Task<T> As<T>(Guid institute, Actor? actor, Func<IServiceProvider, Task<T>> work)
    {
        using var _ = _factory.Services.GetRequiredService<ICurrentTenant>().Change(institute);
        using var __ = _factory.Services.GetRequiredService<ICurrentUser>().Change(actor);
        await using var scope = _factory.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal async Task<(Guid Institute, Guid Person, Guid Account)> ActorOf(string name)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Users.SingleAsync(a => a.Email == $"{name}@sample.example");
        var person = await scope.ServiceProvider.GetRequiredService<InstitutesDbContext>().People.IgnoreQueryFilters([Filters.Tenant])
            .Where(p => p.AccountId == account.Id).OrderBy(p => p.Id).FirstAsync();
        return (person.TenantId, person.Id, account.Id);
    }

    /// <summary>A unit of the institute this account belongs to, by its transcription.</summary>
    internal Task<Guid> UnitOf(string name, string latinName) => As(name, services => Db(services).Units.Where(u => u.LatinName == latinName).Select(u => u.Id).FirstAsync());

    /// <summary>Somebody new who works in the unit, so that tests don't meet in one person.</summary>
    internal Task<Guid> Newcomer(string institutesAccount, Guid unitId, Guid? account = null) => As(institutesAccount, async services =>
    {
        var number = Guid.CreateVersion7().ToString("N");
        var person = new Person(new(number[^12..], "新", "人", "Xin Ren"));
        person.Employ(new(unitId, new DateOnly(2020, 9, 1)));
        if (account is { } known)
            person.Connect(known);
        Db(services).Add(person);
        await Db(services).SaveChangesAsync();
        return person.Id;
    });

    internal static InstitutesDbContext Db(IServiceProvider services) => services.GetRequiredService<InstitutesDbContext>();
}

[CollectionDefinition(Name)]
public sealed class InInstitutesHost : ICollectionFixture<InstitutesHost>
{
    public const string Name = "Institutes in the sample host";
}


/// <summary>Keeps warnings, for tests of what must be logged.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (_lock)
                return [.. _warnings];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lock (log._lock)
                    log._warnings.Add(formatter(state, exception));
        }
    }
}
