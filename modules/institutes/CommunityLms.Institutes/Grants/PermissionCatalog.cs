using System.Reflection;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes.Grants;

/// <summary>The permissions of all enabled modules that a role may hold, with their words. Those of the host belong to no institute.</summary>
internal sealed class PermissionCatalog(IServiceProvider services, Translations translations) : IScopedDependency
{
    public const string HostPrefix = "Host.";

    private readonly Lazy<IReadOnlyDictionary<string, Defined>> _defined = new(() => services
        .Contributed((IPermissionDefinitionProvider p) => p.Define().Select(d => new Defined(d, p.GetType().Assembly)))
        .Where(d => !d.Definition.Name.StartsWith(HostPrefix, StringComparison.Ordinal))
        .DistinctBy(d => d.Definition.Name)
        .ToDictionary(d => d.Definition.Name));

    public IEnumerable<string> Names => _defined.Value.Keys;

    public IEnumerable<PermissionDefinition> Definitions => _defined.Value.Values.Select(d => d.Definition);

    public bool Knows(string permission) => _defined.Value.ContainsKey(permission);

    /// <summary>By module, in the modules' order.</summary>
    public IReadOnlyList<PermissionGroup> Groups() => [.. _defined.Value.Values.GroupBy(d => d.Definition.Group)
        .Select(g => new PermissionGroup(translations.For(g.First().Assembly)[g.Key], [.. g.Select(d => new PermissionWords(d.Definition.Name, Words(d.Definition.Name)))]))];

    /// <summary>What a permission lets people do, in the reader's language; the bare name where its module is gone.</summary>
    public string Words(string permission) => _defined.Value.TryGetValue(permission, out var known) ? translations.For(known.Assembly)[known.Definition.DisplayName] : permission;

    public string Words(IEnumerable<string> permissions) => string.Join(Languages.IsChinese ? "、" : "; ", permissions.Select(Words));

    /// <summary>What a role's holders may do: for the administrator's role everything.</summary>
    public IReadOnlyCollection<string> HeldThrough(Role role) => role.HoldsEverything ? [.. Names] : [.. role.Permissions.Select(p => p.Permission)];

    private sealed record Defined(PermissionDefinition Definition, Assembly Assembly);
}

/// <summary>The permissions of one module.</summary>
internal sealed record PermissionGroup(string Heading, IReadOnlyList<PermissionWords> Permissions);

/// <param name="Words">What it lets people do, in the reader's language.</param>
internal sealed record PermissionWords(string Name, string Words);
