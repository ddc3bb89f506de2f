using CommunityLms.Kernel.Navigation;
using CommunityLms.Registry.Contracts;

namespace CommunityLms.Registry;

internal sealed class RegistryMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new("Dossiers", "/registry/dossiers", "list", RegistryPermissions.Dossiers.View)];
}
