using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes;

internal sealed class InstitutesPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(InstitutesPermissions.Units.View, "See units"),
        new(InstitutesPermissions.Units.Edit, "Add, change, move, merge and archive units"),
        new(InstitutesPermissions.People.View, "See people"),
        new(InstitutesPermissions.People.Edit, "Add and change people and their employments"),
        new(InstitutesPermissions.People.Contact, "See contact data"),
        new(InstitutesPermissions.People.Import, "Import and export units and people"),
        new(InstitutesPermissions.Grants.View, "See who may do what"),
        new(InstitutesPermissions.Grants.Edit, "Give and take back roles"),
        new(InstitutesPermissions.Grants.Roles, "Define roles"),
        new(InstitutesPermissions.Seals.View, "See seals and their keepers"),
        new(InstitutesPermissions.Seals.Edit, "Set up seals and entrust them"),
        new(InstitutesPermissions.Accounts.Invite, "Invite people to sign in"),
        new(InstitutesPermissions.HostInstitutes, "Create and rename institutes"),
    ];
}
