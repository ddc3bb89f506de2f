using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Hosting;

/// <summary>The real host with the sample institutes on a database of its own; its clock can be set forward.</summary>
public sealed class MentoringHost<TDatabase> : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    public const string Password = "Sample-2026!";
    private readonly TDatabase _database = new();
    private App? _app;

    internal MovableClock Clock { get; } = new();

    internal Guid Institute { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _app = new(_database, Clock);
        await using var scope = _app.Services.CreateAsyncScope();
        Institute = (await scope.ServiceProvider.GetRequiredService<IInstitutes>().All(CancellationToken.None))[0];
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A browser in which somebody of the sample is signed in.</summary>
    /// <param name="who">The part of the address before "@sample.example".</param>
    internal async Task<Visitor> SignedIn(string who)
    {
        var visitor = Visitor();
        await visitor.SignIn($"{who}@sample.example", Password);
        return visitor;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    internal Visitor Visitor() => new(_app!.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }));

    /// <summary>Works in somebody's name, as a request of theirs would; null is the system's.</summary>
    internal async Task<T> As<T>(Actor? actor, Func<IServiceProvider, Task<T>> work)
    {
        using var _ = _app!.Services.GetRequiredService<ICurrentTenant>().Change(Institute);
        using var __ = _app.Services.GetRequiredService<ICurrentUser>().Change(actor);
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal Task As(Actor? actor, Func<IServiceProvider, Task> work) => As(actor, async services =>
    {
        await work(services);
        return true;
    });

    internal Task<T> Stored<T>(Func<MentoringDbContext, Task<T>> look) => As(null, services => look(services.GetRequiredService<MentoringDbContext>()));

    /// <summary>A person of the institute as they act when signed in.</summary>
    internal Task<Actor> Actor(Guid personId) => As(null, async services =>
    {
        var person = (await services.GetRequiredService<IPeople>().Find([personId], CancellationToken.None))[personId];
        return new Actor(person.AccountId ?? Guid.CreateVersion7(), person.Name.Written, person.Id);
    });

    /// <summary>Somebody of the sample by their name.</summary>
    internal Task<Guid> PersonCalled(string name) => As(null, async services => (await services.GetRequiredService<IDirectory>().Colleagues(name, CancellationToken.None))[0].Id);

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
                .UseSetting("Accounts:GuessesPerMinute", "1000")
                .UseSetting("Workflows:LookEvery", "00:00:00.2")
                .UseSetting("Logging:LogLevel:Default", "Error")
                .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
        }
    }
}

/// <summary>One host for all tests on SQLite.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<MentoringHost<SqliteDatabase>>
{
    public const string Name = "Mentoring on SQLite";
}

/// <summary>One of its own for pages: its clock stands, and each person of the sample has the one contract that the sample brings.</summary>
[CollectionDefinition(Name)]
public sealed class OnPages : ICollectionFixture<MentoringHost<SqliteDatabase>>
{
    public const string Name = "Mentoring on pages";
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgreSql : ICollectionFixture<MentoringHost<PostgreSqlDatabase>>
{
    public const string Name = "Mentoring on PostgreSQL";
}
