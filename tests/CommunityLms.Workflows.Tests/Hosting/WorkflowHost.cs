using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Hosting;

/// <summary>The real host with the sample institutes on a database of its own; its clock can be set forward, and some activities of the tests are offered.</summary>
public sealed class WorkflowHost<TDatabase> : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private App? _app;

    internal MovableClock Clock { get; } = new();

    internal People People { get; private set; } = null!;

    internal IServiceProvider Services => Running.Services;

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A second node on the same database, with the same clock; dispose it.</summary>
    internal IAsyncDisposable OpenSecond(out IServiceProvider services)
    {
        var second = new App(_database, Clock);
        services = second.Services;
        return second;
    }

    internal DatabaseOptions Database => _database.Options;

    /// <summary>Stops the host; the database stays, and the next use starts it again.</summary>
    internal async Task Stop()
    {
        if (_app is { } running)
            await running.DisposeAsync();
        _app = null;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    internal Visitor Open() => new(Running.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }));

    /// <summary>Starts the host, which migrates and brings the sample, and finds the people of the sample.</summary>
    internal async Task<People> Ready()
    {
        if (People is not null)
            return People;
        await using var scope = Services.CreateAsyncScope();
        var institutes = await scope.ServiceProvider.GetRequiredService<IInstitutes>().All(CancellationToken.None);
        return People = await People.Find(scope.ServiceProvider, institutes[0], institutes[1]);
    }

    /// <summary>Works in somebody's name, as a request of theirs would; null is the system's.</summary>
    internal async Task<T> As<T>(Actor? actor, Func<IServiceProvider, Task<T>> work, bool second = false)
    {
        var people = await Ready();
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(second ? people.SecondInstitute : people.Institute);
        using var __ = Services.GetRequiredService<ICurrentUser>().Change(actor);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal Task As(Actor? actor, Func<IServiceProvider, Task> work) => As(actor, async services =>
    {
        await work(services);
        return true;
    });

    internal Task<T> Stored<T>(Func<WorkflowsDbContext, Task<T>> look) => As(null, services => look(services.GetRequiredService<WorkflowsDbContext>()));

    /// <summary>Has the loop look at once, after the clock was set forward.</summary>
    internal void Wake() => Services.GetRequiredService<DueSignal>().Wake();

    private App Running => _app ??= new(_database, Clock);

    private sealed class App(TestDatabase database, MovableClock clock) : WebApplicationFactory<Program>
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
                .UseSetting("Workflows:FirstPause", "00:00:00.05")
                .UseSetting("Workflows:LookEvery", "00:00:01")
                .UseSetting("Workflows:MaxAttempts", "3")
                .UseSetting("Accounts:GuessesPerMinute", "1000")
                .UseSetting("Logging:LogLevel:Default", "Error")
                .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock).AddTestActivities());
        }
    }
}

/// <summary>One host for all tests on SQLite, because bringing the sample in takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<WorkflowHost<SqliteDatabase>>
{
    public const string Name = "Workflows on SQLite";
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgreSql : ICollectionFixture<WorkflowHost<PostgreSqlDatabase>>
{
    public const string Name = "Workflows on PostgreSQL";
}
