using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Modularity;

/// <summary>
/// All modules of the host, in the order in which they start. A fault in a module of the host stops the start and names the module;
/// a fault in a plug-in disables that plug-in, and what needs it, with a reason, and the host runs on.
/// </summary>
public sealed class ModuleCatalog
{
    private ModuleCatalog(IReadOnlyList<ModuleDescriptor> modules) => Modules = modules;

    public IReadOnlyList<ModuleDescriptor> Modules { get; }

    public IEnumerable<ModuleDescriptor> Enabled => Modules.Where(m => m.State == ModuleState.Enabled);

    /// <summary>Whether what this assembly contributes may be used. An assembly that is no module's counts as enabled.</summary>
    public bool IsEnabled(Assembly assembly) => Modules.All(m => m.Assembly != assembly || m.State == ModuleState.Enabled);

    /// <summary>Puts the modules in order, dependencies first, otherwise as given.</summary>
    /// <exception cref="ModuleFault">A module of the host needs one that isn't there, or needs itself by a circle.</exception>
    public static ModuleCatalog Compose(IEnumerable<Type> hostModules, IEnumerable<ModuleDescriptor> plugins)
    {
        var all = hostModules.Select(t => ModuleDescriptor.Of(t)).Concat(plugins).ToList();
        foreach (var twin in all.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
            Fail(twin, $"Another module is called {twin.Name} as well. Rename one of them.");
        return new(ModuleOrder.Sort(all, Fail));
    }

    /// <summary>Lets each module register its services. A plug-in that throws leaves nothing behind.</summary>
    /// <exception cref="ModuleFault">A module of the host failed.</exception>
    public void ConfigureServices(ServiceConfigurationContext context)
    {
        // Asked anew at each step: a plug-in that fails takes those that need it off the list.
        foreach (var module in Enabled)
        {
            var before = context.Services.ToArray();
            try
            {
                module.Instance = (LmsModule)Activator.CreateInstance(module.Type!)!;
                module.Instance.ConfigureServices(context);
                context.Services.AddConventions(module.Assembly!);
            }
            catch (Exception fault) when (module.IsPlugin)
            {
                context.Services.Clear();
                foreach (var service in before)
                    context.Services.Add(service);
                Disable(module, "registering its services", fault);
            }
            catch (Exception fault)
            {
                throw new ModuleFault($"Module {module.Name} failed in ConfigureServices: {Root(fault).Message}", fault);
            }
        }
    }

    /// <summary>Runs each module's start-up.</summary>
    /// <exception cref="ModuleFault">A module of the host failed.</exception>
    public async Task InitializeAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var module in Enabled)
            await Guard(module, "starting", async () =>
            {
                await using var scope = services.CreateAsyncScope();
                await module.Instance!.OnApplicationInitializationAsync(new(scope.ServiceProvider), cancel);
            }, cancel);
    }

    /// <summary>Runs a step of a module's start: a plug-in that fails is disabled, a module of the host stops the start.</summary>
    /// <param name="doing">The step as it stands in the reason: "It failed while {doing}: …".</param>
    public async Task Guard(ModuleDescriptor module, string doing, Func<Task> step, CancellationToken cancel)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (module.IsPlugin)
        {
            Disable(module, doing, fault);
        }
        catch (Exception fault)
        {
            throw new ModuleFault($"Module {module.Name} failed while {doing}: {Root(fault).Message}", fault);
        }
    }

    /// <summary>Switches a plug-in off for the life of the process, with all that need it.</summary>
    internal void Disable(ModuleDescriptor plugin, string doing, Exception fault) => DisableWithDependents(plugin, $"It failed while {doing}: {Root(fault).Message}");

    private void DisableWithDependents(ModuleDescriptor module, string reason)
    {
        module.Disable(reason);
        foreach (var dependent in Enabled.Where(m => m.Needs.Contains(module.AssemblyKey)).ToList())
            DisableWithDependents(dependent, $"It needs {module.Name}, which is disabled.");
    }

    private static void Fail(ModuleDescriptor module, string reason)
    {
        if (!module.IsPlugin)
            throw new ModuleFault($"Module {module.Name} can't be used. {reason}");
        module.Disable(reason);
    }

    private static Exception Root(Exception fault) => fault is TargetInvocationException { InnerException: { } inner } ? Root(inner) : fault.GetBaseException();
}

/// <summary>The host can't start because one of its own modules is at fault; the message names it and says what to do.</summary>
public sealed class ModuleFault(string message, Exception? inner = null) : Exception(message, inner);
