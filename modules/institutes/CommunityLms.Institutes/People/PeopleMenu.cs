using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Navigation;
using CommunityLms.Kernel.Web.Shell;

namespace CommunityLms.Institutes.People;

internal sealed class PeopleMenu : IMenuContributor, IGlobalSearch
{
    public string Url => "/institutes/people";

    public IEnumerable<MenuItem> Menu() => [new("People", Url, "users", InstitutesPermissions.People.View, "Institute", 210)];
}
