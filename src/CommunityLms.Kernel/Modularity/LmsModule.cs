using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Modularity;

/// <summary>
/// What a module is, needs and adds. One public class of this kind stands at the root of every module; what it needs it says with
/// <see cref="DependsOnAttribute"/>, and what it contributes (menu, permissions, settings, pages) the kernel finds in its assembly.
/// </summary>
public abstract class LmsModule
{
    /// <summary>The module's name: its class name without "Module".</summary>
    public string Name => ModuleDescriptor.NameOf(GetType());

    /// <summary>Registers what the kernel can't find by convention, such as a DbContext.</summary>
    public virtual void ConfigureServices(ServiceConfigurationContext context)
    {
    }

    /// <summary>Runs once when the host starts, after all migrations and in the order of dependencies.</summary>
    public virtual Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>What a module may use while it registers its services.</summary>
public sealed record ServiceConfigurationContext(IServiceCollection Services, IConfiguration Configuration, IHostEnvironment Environment);

/// <summary>What a module may use when the application starts.</summary>
/// <param name="Services">The services of a scope that ends with the call.</param>
public sealed record ApplicationInitializationContext(IServiceProvider Services);

/// <summary>
/// Says what a module needs: another module's class, or, between business modules, the marker class in its Contracts assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DependsOnAttribute(params Type[] needs) : Attribute
{
    /// <summary>The modules, or the contracts of modules, that must be there and start first.</summary>
    public IReadOnlyList<Type> Needs { get; } = needs;
}
