using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>The modules on a database of their own, without a web server; a job runs where it is queued.</summary>
public sealed class ImportWorld : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-imports-").FullName;
    private ServiceProvider _services = null!;

    internal IServiceProvider Services => _services;

    internal InlineJobs Jobs => Services.GetRequiredService<InlineJobs>();

    internal Faults Faults => Services.GetRequiredService<Faults>();

    internal HostLifetime Lifetime => Services.GetRequiredService<HostLifetime>();

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = _folder, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = _database.Options.ConnectionString,
            ["Database:Synchronous"] = _database.Options.Synchronous,
        });
        builder.Services.AddLogging().AddRouting();
        builder.AddLms(typeof(InstitutesModule), typeof(LibraryModule));
        builder.Services.AddSingleton<InlineJobs>().AddSingleton<Faults>().AddSingleton<HostLifetime>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IJobs>(services => services.GetRequiredService<InlineJobs>()));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostApplicationLifetime>(services => services.GetRequiredService<HostLifetime>()));
        builder.Services.ConfigureDbContext<InstitutesDbContext>((services, options) => options.AddInterceptors(services.GetRequiredService<Faults>()));
        // Not built into a host: a host allows no lifetime but its own.
        _services = builder.Services.BuildServiceProvider();
        await CreateTables();
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    internal async Task<T> In<T>(Guid tenant, Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var __ = Services.GetRequiredService<ICurrentUser>().Change(actor);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task CreateTables()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var context in scope.ServiceProvider.GetServices<ModuleContext>())
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(context.Type);
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (await creator.ExistsAsync())
                await creator.CreateTablesAsync();
            else
                await creator.EnsureCreatedAsync();
        }
        await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
    }
}

/// <summary>A host that goes down when a test says so.</summary>
internal sealed class HostLifetime : IHostApplicationLifetime, IDisposable
{
    private CancellationTokenSource _stopping = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => _stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => _stopping.Cancel();

    public void StartAgain()
    {
        _stopping.Dispose();
        _stopping = new();
    }

    public void Dispose() => _stopping.Dispose();
}
