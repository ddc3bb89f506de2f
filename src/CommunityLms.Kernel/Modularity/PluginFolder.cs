using System.Reflection;
using System.Runtime.Loader;

namespace CommunityLms.Kernel.Modularity;

/// <summary>
/// Loads plug-ins from a folder: each sub-folder holds the output of <c>dotnet publish</c> of one module, named after its assembly.
/// What can't be loaded becomes a disabled module with the reason, never an exception.
/// </summary>
public static class PluginFolder
{
    public static IReadOnlyList<ModuleDescriptor> Load(string root) =>
        Directory.Exists(root) ? [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(LoadOne)] : [];

    private static ModuleDescriptor LoadOne(string folder)
    {
        var main = Path.Combine(folder, Path.GetFileName(folder) + ".dll");
        if (!File.Exists(main))
            return ModuleDescriptor.Broken(folder, $"{Path.GetFileName(main)} is missing. A plug-in's folder bears its assembly's name and holds the output of dotnet publish.");
        try
        {
            var assembly = new PluginLoadContext(main).LoadFromAssemblyPath(main);
            if (KernelMismatch(assembly) is { } mismatch)
                return ModuleDescriptor.Broken(folder, mismatch);
            return assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LmsModule)) && !t.IsAbstract).ToArray() is [var type]
                ? ModuleDescriptor.Of(type, folder)
                : ModuleDescriptor.Broken(folder, "It must hold exactly one class that derives from LmsModule.");
        }
        catch (BadImageFormatException)
        {
            return ModuleDescriptor.Broken(folder, $"{Path.GetFileName(main)} is damaged or not a .NET assembly. Publish and copy it again.");
        }
        catch (Exception fault)
        {
            return ModuleDescriptor.Broken(folder, Explain(fault));
        }
    }

    private static string Explain(Exception fault) => fault switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Explain(first),
        FileNotFoundException { FileName: { } name } => $"It needs {name.Split(',')[0]}, which is not installed. Install it, or publish the plug-in with it.",
        _ => $"It can't be loaded: {fault.Message}",
    };

    /// <summary>A plug-in fits while the kernel it was built against has the same major and minor version.</summary>
    private static string? KernelMismatch(Assembly plugin)
    {
        var ours = typeof(LmsModule).Assembly.GetName();
        var theirs = plugin.GetReferencedAssemblies().FirstOrDefault(a => a.Name == ours.Name)?.Version;
        if (theirs is null)
            return "It isn't built against the CommunityLms kernel.";
        return (theirs.Major, theirs.Minor) == (ours.Version!.Major, ours.Version.Minor)
            ? null
            : $"It was built against kernel {theirs.ToString(3)}, this host has {ours.Version.ToString(3)}. Ask for a version built for {ours.Version.ToString(2)}.";
    }

    /// <summary>
    /// The host's assemblies come first, so that both sides mean the same types; then the contracts of the other plug-ins, for the same
    /// reason; then the plug-in's own. Where the host has a package in an older version than the plug-in asks for, the plug-in keeps its own.
    /// </summary>
    private sealed class PluginLoadContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
    {
        private readonly AssemblyDependencyResolver _resolver = new(main);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var shared = FromHost(assemblyName.Name!) ?? FromNeighbour(assemblyName.Name!);
            if (shared is not null && shared.GetName().Version >= assemblyName.Version)
                return shared;
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } own ? LoadFromAssemblyPath(own) : shared;
        }

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

        private static Assembly? FromHost(string name)
        {
            try
            {
                return Default.LoadFromAssemblyName(new AssemblyName(name));
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }

        /// <summary>A plug-in's contracts lie in its folder: plugins/Library/Library.Contracts.dll.</summary>
        private Assembly? FromNeighbour(string name)
        {
            if (!name.EndsWith(ModuleDescriptor.ContractsSuffix, StringComparison.Ordinal))
                return null;
            var owner = name[..^ModuleDescriptor.ContractsSuffix.Length];
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(main)!, "..", owner, name + ".dll"));
            return File.Exists(path) ? Default.LoadFromAssemblyPath(path) : null;
        }
    }
}
