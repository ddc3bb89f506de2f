using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Data.Startup;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Data.Tests.Hosting;

/// <summary>A real host with the kernel's two modules and the sample module of these tests, on pauses short enough for a test.</summary>
internal sealed class KernelHost : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Quick = new()
    {
        ["Jobs:FirstPause"] = "00:00:00.05",
        ["Jobs:LookEvery"] = "00:00:00.1",
        ["Jobs:RecoverEvery"] = "00:00:00.2",
        ["Jobs:CheckInEvery"] = "00:00:01",
        ["Outbox:LookEvery"] = "00:00:00.2",
        ["Outbox:FirstPause"] = "00:00:00.02",
        ["Outbox:MaxAttempts"] = "3",
        ["Mail:LookEvery"] = "00:00:00.1",
        ["Mail:FirstPause"] = "00:00:00.05",
        ["Mail:MaxAttempts"] = "3",
    };

    private readonly IHost _host;
    private readonly string _folder;

    private KernelHost(IHost host, string folder) => (_host, _folder) = (host, folder);

    public IServiceProvider Services => _host.Services;

    public Journal Journal => Services.GetRequiredService<Journal>();

    public string ContentRoot => _folder;

    public LogLines Log => Services.GetRequiredService<LogLines>();

    public static Task<KernelHost> Start(TestDatabase database, params (string Key, string Value)[] configuration) => StartWith(database, _ => { }, configuration);

    /// <param name="add">Registers what a test adds to the host.</param>
    public static async Task<KernelHost> StartWith(TestDatabase database, Action<IServiceCollection> add, params (string Key, string Value)[] configuration)
    {
        var folder = Directory.CreateTempSubdirectory("lms-host-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(Quick);
        builder.Configuration.AddInMemoryCollection(configuration.Select(c => KeyValuePair.Create(c.Key, (string?)c.Value)));
        builder.Configuration.AddInMemoryCollection(Of(database.Options));
        var log = new LogLines();
        builder.Services.AddSingleton(log);
        builder.Logging.AddProvider(log);
        var catalog = ModuleCatalog.Compose([typeof(KernelModule), typeof(KernelDataModule), typeof(SampleModule)], []);
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton(new Translations(catalog.Enabled.Select(m => m.Assembly!)));
        catalog.ConfigureServices(new(builder.Services, builder.Configuration, builder.Environment));
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        add(builder.Services);
        var host = builder.Build();
        await database.PrepareOnce(_ => CreateTables(host.Services));
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, folder);
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task<T> In<T>(Guid? tenant, Actor? actor, Func<IServiceProvider, Task<T>> work)
    {
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var __ = Services.GetRequiredService<ICurrentUser>().Change(actor);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async Task Do(Guid? tenant, Actor? actor, Func<IServiceProvider, Task> work) => await In(tenant, actor, async s =>
    {
        await work(s);
        return true;
    });

    public Task<T> Kernel<T>(Func<KernelDbContext, Task<T>> work) => In(tenant: null, actor: null, s => work(s.GetRequiredService<KernelDbContext>()));

    /// <summary>Works on the tables while no host runs.</summary>
    public static async Task Offline(TestDatabase database, Func<KernelDbContext, Task> work)
    {
        var options = (DbContextOptions<KernelDbContext>)new DbContextOptionsBuilder<KernelDbContext>().UseLmsDatabase(database.Options, typeof(KernelDbContext)).Options;
        await using var db = new KernelDbContext(options, new NoTenant());
        await work(db);
    }

    public Task Stop() => _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Of(DatabaseOptions options) => new()
    {
        ["Database:Provider"] = options.Provider.ToString(),
        ["Database:ConnectionString"] = options.ConnectionString,
        ["Database:Synchronous"] = options.Synchronous,
    };

    /// <summary>The kernel's tables by its migrations, as a host makes them; the sample module has none.</summary>
    private static async Task CreateTables(IServiceProvider services)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleDbContext>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class NoTenant : ICurrentTenant
    {
        public Guid? Id => null;

        public IDisposable Change(Guid? tenantId) => throw new NotSupportedException();
    }
}
