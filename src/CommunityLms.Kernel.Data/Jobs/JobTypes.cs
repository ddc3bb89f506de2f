using System.Reflection;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>The job classes of all enabled modules, by the names under which they are stored.</summary>
internal sealed class JobTypes(ModuleCatalog catalog) : ISingletonDependency
{
    /// <summary>The class; null where its module is gone or disabled.</summary>
    public Type? Find(string fullName) =>
        catalog.Enabled.Select(m => m.Assembly!.GetType(fullName)).FirstOrDefault(t => t is not null && (typeof(IRecurringJob).IsAssignableFrom(t) || Contracts(t).Any()));

    /// <summary>The method that runs a queued job; its first parameter is the arguments.</summary>
    public static MethodInfo RunOf(Type job) => Contracts(job).Single().GetMethod(nameof(IJob<object>.Run))!;

    private static IEnumerable<Type> Contracts(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJob<>));
}
