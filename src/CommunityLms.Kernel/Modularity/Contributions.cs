using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Modularity;

/// <summary>Something a module contributes to the shell or the kernel; found by its interface, used while its module is enabled.</summary>
public interface IContributor : ITransientDependency;

/// <summary>
/// Asks the modules for what they contribute. A plug-in whose contribution throws is disabled with the reason, so that one bad plug-in
/// takes nothing but itself away; a module of the host isn't shielded.
/// </summary>
public static class ModuleContributions
{
    /// <summary>The contributors of one kind from all enabled modules, in the modules' order. Those of a disabled module are never made.</summary>
    public static IEnumerable<T> Contributions<T>(this IServiceProvider services) where T : IContributor
    {
        foreach (var type in services.GetRequiredService<ContributorTypes>().Of(typeof(T)))
            if (services.Shielded<T>(type, "making", () => [(T)services.GetRequiredService(type)]) is [var contributor])
                yield return contributor;
    }

    /// <summary>What all contributors of one kind answer, in the modules' order.</summary>
    public static IEnumerable<TAnswer> Contributed<T, TAnswer>(this IServiceProvider services, Func<T, IEnumerable<TAnswer>> question) where T : IContributor
    {
        foreach (var contributor in services.Contributions<T>())
            foreach (var answer in services.Shielded<TAnswer>(contributor.GetType(), "asking", () => [.. question(contributor)]))
                yield return answer;
    }

    /// <summary>Gives each contributor of one kind its turn, in the modules' order.</summary>
    public static void ForEachContributor<T>(this IServiceProvider services, Action<T> turn) where T : IContributor
    {
        foreach (var contributor in services.Contributions<T>())
            services.Shielded<T>(contributor.GetType(), "using", () =>
            {
                turn(contributor);
                return [];
            });
    }

    private static TAnswer[] Shielded<TAnswer>(this IServiceProvider services, Type contributor, string doing, Func<TAnswer[]> step)
    {
        var catalog = services.GetRequiredService<ModuleCatalog>();
        var module = catalog.Modules.FirstOrDefault(m => m.Assembly == contributor.Assembly);
        if (module?.State == ModuleState.Disabled)
            return [];
        try
        {
            return step();
        }
        catch (Exception fault) when (module is { IsPlugin: true })
        {
            catalog.Disable(module, $"{doing} {contributor.Name}", fault);
            services.GetService<ILogger<ModuleCatalog>>()?.LogWarning(fault, "Plug-in {Module} is disabled. {Reason}", module.Name, module.Reason);
            return [];
        }
    }
}

/// <summary>One registered contributor.</summary>
internal sealed record ContributorType(Type Contract, Type Type);

/// <summary>The registered contributors by what they contribute.</summary>
internal sealed class ContributorTypes(IEnumerable<ContributorType> registered)
{
    private readonly ILookup<Type, Type> _types = registered.ToLookup(c => c.Contract, c => c.Type);

    public IEnumerable<Type> Of(Type contract) => _types[contract];
}
