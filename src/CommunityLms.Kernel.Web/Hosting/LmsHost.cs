using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Startup;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Seeding;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Web.Hosting;

/// <summary>Composes a host from modules and plug-ins; the whole of a host's Program is these two calls.</summary>
public static class LmsHost
{
    /// <summary>Puts the modules in order and lets each register its services.</summary>
    /// <param name="modules">The business modules this host ships; plug-ins come from the folder named in "Plugins:Folder".</param>
    /// <exception cref="ModuleFault">A module of the host is at fault.</exception>
    public static WebApplicationBuilder AddLms(this WebApplicationBuilder builder, params IEnumerable<Type> modules)
    {
        var plugins = PluginFolder.Load(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Plugins:Folder"] ?? "plugins"));
        var catalog = ModuleCatalog.Compose([typeof(KernelModule), typeof(KernelDataModule), typeof(KernelWebModule), .. modules], plugins);
        builder.Services.AddSingleton(catalog);
        catalog.ConfigureServices(new(builder.Services, builder.Configuration, builder.Environment));
        PluginParts.Add(builder.Services, catalog);
        Mapping.Add(builder.Services, catalog, builder.Configuration);
        // A plug-in with a service that can't be made must not stop the host, so the check at build is for hosts without plug-ins.
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateScopes, o.ValidateOnBuild) = (builder.Environment.IsDevelopment(), builder.Environment.IsDevelopment() && plugins.Count == 0));
        return builder;
    }

    /// <summary>Migrates, seeds, starts the modules and lays the pipeline.</summary>
    public static async Task<WebApplication> UseLmsAsync(this WebApplication app)
    {
        var cancel = app.Lifetime.ApplicationStopping;
        var catalog = app.Services.GetRequiredService<ModuleCatalog>();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancel);
        await Seed(app, catalog, cancel);
        await catalog.InitializeAsync(app.Services, cancel);
        foreach (var broken in catalog.Modules.Where(m => m.State == ModuleState.Disabled))
            app.Logger.LogWarning("Plug-in {Module} is disabled. {Reason}", broken.Name, broken.Reason);
        LmsPipeline.Lay(app, catalog);
        return app;
    }

    /// <summary>The sample is for Development, or where asked for by name; never for Production.</summary>
    private static async Task Seed(WebApplication app, ModuleCatalog catalog, CancellationToken cancel)
    {
        var asked = app.Configuration.GetValue("Sample", app.Environment.IsDevelopment());
        if (asked && app.Environment.IsProduction())
            throw new InvalidOperationException("The sample institute has public passwords and is refused in Production. Start without --sample.");
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var contributor in scope.ServiceProvider.Contributions<IDataSeedContributor>())
            await catalog.Guard(catalog.Modules.First(m => m.Assembly == contributor.GetType().Assembly), "seeding its data", () => contributor.Seed(asked, cancel), cancel);
    }
}
