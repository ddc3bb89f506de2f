using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Navigation;

namespace CommunityLms.Institutes.Organisation;

internal sealed class OrganisationMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() =>
    [
        new("Organisation", "/institutes/units", "hierarchy-2", InstitutesPermissions.Units.View, "Institute", 200),
        new("Subjects", "/institutes/subjects", "books", InstitutesPermissions.Units.View, "Institute", 230),
    ];
}
