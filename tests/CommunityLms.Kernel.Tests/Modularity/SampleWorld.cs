using System.Reflection;
using System.Runtime.Loader;
using CommunityLms.Kernel.Modularity;
using CommunityLms.SampleModules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Tests.Modularity;

/// <summary>Modules that exist for one test, each in an assembly of its own as the kernel expects it.</summary>
internal sealed class SampleWorld : AssemblyLoadContext
{
    private readonly Dictionary<string, SampleAssembly> _assemblies = [];

    /// <summary>A module of the host that needs others by their contracts.</summary>
    public Type Module(string name, string body = "", params string[] needs)
    {
        var contracts = needs.Select(ContractsOf).ToArray();
        var dependsOn = needs.Length == 0 ? "" : $"[DependsOn({string.Join(", ", needs.Select(n => $"typeof({n}Contracts)"))})]";
        return Add(SampleAssembly.Compile($"Sample.{name}", $"{dependsOn} public sealed class {name}Module : LmsModule {{ {body} }}", contracts)).GetType($"{name}Module")!;
    }

    public Type ModuleThatNeeds(string name, params string[] needs) => Module(name, "", needs);

    /// <summary>The same as a plug-in.</summary>
    public ModuleDescriptor Plugin(string name, string body = "", params string[] needs) => ModuleDescriptor.Of(Module(name, body, needs), $"/plugins/Sample.{name}");

    /// <summary>A plug-in from one of the samples that ship with the tests.</summary>
    public ModuleDescriptor PluginFrom(string sample) => ModuleDescriptor.Of(Add(SampleAssembly.Of(sample)).GetTypes().Single(t => t.IsSubclassOf(typeof(LmsModule))), $"/plugins/{sample}");

    /// <summary>Composes the modules and lets them register their services.</summary>
    public static (ModuleCatalog Catalog, ServiceProvider Services) Start(IEnumerable<Type> modules, params ModuleDescriptor[] plugins)
    {
        var catalog = ModuleCatalog.Compose(modules, plugins);
        var services = new ServiceCollection().AddSingleton(catalog);
        catalog.ConfigureServices(new(services, new ConfigurationBuilder().Build(), new NoEnvironment()));
        return (catalog, services.BuildServiceProvider());
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _assemblies.TryGetValue(assemblyName.Name!, out var sample) ? LoadFromStream(new MemoryStream(sample.Image)) : null;

    private SampleAssembly ContractsOf(string module)
    {
        var name = $"Sample.{module}.Contracts";
        return _assemblies.TryGetValue(name, out var known) ? known : _assemblies[name] = SampleAssembly.Compile(name, $"public sealed class {module}Contracts;");
    }

    private Assembly Add(SampleAssembly sample)
    {
        _assemblies[sample.Name] = sample;
        return LoadFromAssemblyName(new AssemblyName(sample.Name));
    }

    private sealed class NoEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";
        public string ApplicationName { get; set; } = "Tests";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

internal static class CatalogQuestions
{
    public static ModuleDescriptor Named(this ModuleCatalog catalog, string name) => catalog.Modules.Single(m => m.Name == name);

    public static IEnumerable<string> Names(this ModuleCatalog catalog) => catalog.Modules.Select(m => m.Name);
}
