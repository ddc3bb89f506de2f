using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Data.Startup;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Testing;

/// <summary>The kernel with its storage and without a web server: what runs in a host, composed as a host composes it. Nothing runs in the background.</summary>
public sealed class TestKernel : IDisposable
{
    private readonly IHost _host;

    /// <param name="modules">Modules above the storage kernel, in any order.</param>
    /// <param name="add">Registers what a test adds: a context of its own, a clock.</param>
    public TestKernel(DatabaseOptions database, IEnumerable<Type>? modules = null, Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Path.GetTempPath(), EnvironmentName = Environments.Development });
        builder.Configuration["Database:Provider"] = database.Provider.ToString();
        builder.Configuration["Database:ConnectionString"] = database.ConnectionString;
        builder.Configuration["Database:Synchronous"] = database.Synchronous;
        add?.Invoke(builder.Services);
        var catalog = ModuleCatalog.Compose([typeof(KernelModule), typeof(KernelDataModule), .. modules ?? []], []);
        builder.Services.AddSingleton(catalog);
        catalog.ConfigureServices(new(builder.Services, builder.Configuration, builder.Environment));
        _host = builder.Build();
    }

    public IServiceProvider Services => _host.Services;

    public ICurrentTenant Tenant => Services.GetRequiredService<ICurrentTenant>();

    public ICurrentUser User => Services.GetRequiredService<ICurrentUser>();

    /// <summary>What a host does first when it starts.</summary>
    public Task Migrate(CancellationToken cancel) => Services.GetRequiredService<Migrator>().MigrateAsync(cancel);

    /// <summary>A scope, as for one request; dispose it.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    public void Dispose() => _host.Dispose();
}
