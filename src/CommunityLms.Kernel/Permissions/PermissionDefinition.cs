using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Permissions;

/// <summary>Something a person may be allowed to do.</summary>
/// <param name="Name">Its name in code and data: Module.Things.Verb.</param>
/// <param name="DisplayName">What it lets people do, in words (English, the key of its translations).</param>
/// <param name="UsualRoles">Codes of the roles that a new institute gives it to; what institutes have later is theirs to say.</param>
public sealed record PermissionDefinition(string Name, string DisplayName, params string[] UsualRoles)
{
    /// <summary>Permissions of one module stand together.</summary>
    public string Group => Name.Split('.')[0];
}

/// <summary>Names a module's permissions.</summary>
public interface IPermissionDefinitionProvider : IContributor
{
    IEnumerable<PermissionDefinition> Define();
}
