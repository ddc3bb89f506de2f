using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Navigation;

namespace CommunityLms.Institutes.Organisation;

internal sealed class HostInstitutesMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new("Institutes", "/institutes/host/institutes", "building-community", InstitutesPermissions.HostInstitutes, "Installation", 900)];
}
