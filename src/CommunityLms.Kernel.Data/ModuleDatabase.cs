using System.Reflection;
using CommunityLms.Kernel.Data.Changes;
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
        return services.AddDbContext<TContext>((provider, options) => options
            .UseLmsDatabase(provider.GetRequiredService<DatabaseOptions>(), typeof(TContext))
            .AddInterceptors(provider.GetRequiredService<SaveRules>(), provider.GetRequiredService<OutboxCommit>(), provider.GetRequiredService<ChangeNotes>()));
    }
}

/// <summary>A context to be migrated at start, in the order of registration.</summary>
public sealed record ModuleContext(Type Type)
{
    public Assembly Assembly => Type.Assembly;
}
