using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Navigation;

namespace CommunityLms.Institutes.Grants;

internal sealed class GrantsMenu : IMenuContributor
{
    private const string Institute = "Institute";

    public IEnumerable<MenuItem> Menu() =>
    [
        new("Who may do what", "/institutes/grants", "key", InstitutesPermissions.Grants.View, Institute, 240),
        new("Roles", "/institutes/roles", "user-circle", InstitutesPermissions.Grants.Roles, Institute, 250),
        new("Seals", "/institutes/seals", "rubber-stamp", InstitutesPermissions.Seals.View, Institute, 260),
    ];
}
