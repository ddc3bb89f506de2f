using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityLms.Kernel.Modularity;

/// <summary>A class with this marker is registered as itself and as its own interfaces, new for every use.</summary>
public interface ITransientDependency;

/// <summary>A class with this marker is registered as itself and as its own interfaces, once a request or job.</summary>
public interface IScopedDependency;

/// <summary>A class with this marker is registered as itself and as its own interfaces, once a process.</summary>
public interface ISingletonDependency;

/// <summary>Registration by marker, so that there is no list to forget.</summary>
public static class Conventions
{
    /// <summary>Registers every class of the assembly that bears a dependency marker.</summary>
    public static IServiceCollection AddConventions(this IServiceCollection services, Assembly assembly)
    {
        services.TryAddSingleton<ContributorTypes>();
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
            if (LifetimeOf(type) is { } lifetime)
                Add(services, type, lifetime);
        return services;
    }

    private static void Add(IServiceCollection services, Type type, ServiceLifetime lifetime)
    {
        services.Add(new(type, type, lifetime));
        foreach (var contract in type.GetInterfaces().Where(IsContract))
        {
            services.Add(new(contract, provider => provider.GetRequiredService(type), lifetime));
            if (typeof(IContributor).IsAssignableFrom(contract))
                services.AddSingleton(new ContributorType(contract, type));
        }
    }

    private static bool IsContract(Type contract) =>
        contract.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && contract != typeof(ITransientDependency) && contract != typeof(IScopedDependency)
        && contract != typeof(ISingletonDependency) && contract != typeof(IContributor);

    private static ServiceLifetime? LifetimeOf(Type type) =>
        typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
        : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
        : typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
        : null;
}
