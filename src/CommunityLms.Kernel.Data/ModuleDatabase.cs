using System.Reflection;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data;

/// <summary>Registers a module's context; its migrations run when the host starts.</summary>
public static class ModuleDatabase
{
    public static IServiceCollection AddModuleDbContext<TContext>(this IServiceCollection services) where TContext : DbContext
    {
        services.AddSingleton(new ModuleContext(typeof(TContext)));
        // AddDbContext would put the provider's options together anew for each request; only the rules of a save belong to one.
        services.AddSingleton(provider => new SharedOptions<TContext>((DbContextOptions<TContext>)new DbContextOptionsBuilder<TContext>()
            .UseLmsDatabase(provider.GetRequiredService<DatabaseOptions>(), typeof(TContext)).Options));
        services.AddScoped(provider => new DbContextOptionsBuilder<TContext>(provider.GetRequiredService<SharedOptions<TContext>>().Options)
            .UseApplicationServiceProvider(provider).AddInterceptors(provider.GetRequiredService<SaveRules>(), provider.GetRequiredService<OutboxCommit>()).Options);
        return services.AddScoped<TContext>();
    }

    private sealed record SharedOptions<TContext>(DbContextOptions<TContext> Options) where TContext : DbContext;
}

/// <summary>A context to be migrated at start, in the order of registration.</summary>
public sealed record ModuleContext(Type Type)
{
    public Assembly Assembly => Type.Assembly;
}
