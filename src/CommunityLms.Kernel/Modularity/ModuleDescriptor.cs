using System.Reflection;

namespace CommunityLms.Kernel.Modularity;

/// <summary>Where a module stands after the host has composed itself.</summary>
public enum ModuleState { Enabled, Disabled }

/// <summary>A module as the host knows it: what it is, where it came from, and, when it is disabled, why.</summary>
public sealed class ModuleDescriptor
{
    internal const string ContractsSuffix = ".Contracts";

    internal ModuleDescriptor(string name, Type? type, string? pluginFolder)
    {
        (Name, Type, PluginFolder) = (name, type, pluginFolder);
        Version = type?.Assembly.GetName().Version?.ToString(3) ?? "";
        Needs = type?.GetCustomAttribute<DependsOnAttribute>()?.Needs.Select(Key).ToArray() ?? [];
    }

    public string Name { get; }

    /// <summary>The module's class; null where a plug-in's assembly could not be read.</summary>
    public Type? Type { get; }

    public Assembly? Assembly => Type?.Assembly;

    public string Version { get; }

    /// <summary>The folder a plug-in was loaded from; null for a module that is part of the host.</summary>
    public string? PluginFolder { get; }

    public bool IsPlugin => PluginFolder is not null;

    public ModuleState State { get; private set; }

    /// <summary>Why the module is disabled, in words an administrator can act on; null while it is enabled.</summary>
    public string? Reason { get; private set; }

    /// <summary>The assembly names this module needs, contracts already traced back to their module.</summary>
    internal IReadOnlyList<string> Needs { get; }

    internal string AssemblyKey => Type is null ? Name : Key(Type);

    internal LmsModule? Instance { get; set; }

    internal static ModuleDescriptor Of(Type type, string? pluginFolder = null) => new(NameOf(type), type, pluginFolder);

    internal static ModuleDescriptor Broken(string pluginFolder, string reason)
    {
        var broken = new ModuleDescriptor(Path.GetFileName(pluginFolder), type: null, pluginFolder);
        broken.Disable(reason);
        return broken;
    }

    internal static string NameOf(Type type) => type.Name.EndsWith("Module", StringComparison.Ordinal) ? type.Name[..^6] : type.Name;

    /// <summary>Switches the module off for the life of the process and says why.</summary>
    public void Disable(string reason) => (State, Reason) = (ModuleState.Disabled, Reason ?? reason);

    private static string Key(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        return name.EndsWith(ContractsSuffix, StringComparison.Ordinal) ? name[..^ContractsSuffix.Length] : name;
    }
}
