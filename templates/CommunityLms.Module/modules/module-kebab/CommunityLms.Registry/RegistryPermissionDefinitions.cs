using CommunityLms.Kernel.Permissions;
using CommunityLms.Registry.Contracts;

namespace CommunityLms.Registry;

internal sealed class RegistryPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(RegistryPermissions.Dossiers.View, "See dossiers"),
        new(RegistryPermissions.Dossiers.Edit, "Add dossiers"),
    ];
}
