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
            return assembly.GetTypes().SingleOrDefault(t => t.IsSubclassOf(typeof(LmsModule)) && !t.IsAbstract) is { } type
                ? ModuleDescriptor.Of(type, folder)
                : ModuleDescriptor.Broken(folder, "It must hold exactly one class that derives from LmsModule.");
        }
        catch (BadImageFormatException)
        {
            return ModuleDescriptor.Broken(folder, $"{Path.GetFileName(main)} is damaged or not a .NET assembly. Publish and copy it again.");
        }
        catch (Exception fault) when (fault is ReflectionTypeLoadException or IOException or TypeLoadException or InvalidOperationException)
        {
            return ModuleDescriptor.Broken(folder, $"Its types can't be loaded: {(fault as ReflectionTypeLoadException)?.LoaderExceptions.FirstOrDefault()?.Message ?? fault.Message}");
        }
    }

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

    /// <summary>The host's assemblies come first, so that both sides mean the same types; then the plug-in's own.</summary>
    private sealed class PluginLoadContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
    {
        private readonly AssemblyDependencyResolver _resolver = new(main);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
            }
            catch (FileNotFoundException)
            {
                return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
            }
        }

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
