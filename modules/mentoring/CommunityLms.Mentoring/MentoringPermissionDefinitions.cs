using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;

namespace CommunityLms.Mentoring;

internal sealed class MentoringPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(MentoringPermissions.Programmes.View, "See mentoring programmes", UsualRoles.Officer, UsualRoles.SchoolOfficer, UsualRoles.GroupLeader),
        new(MentoringPermissions.Programmes.Edit, "Set up mentoring programmes"),
        new(MentoringPermissions.Pairings.View, "See pairings of units", UsualRoles.Officer, UsualRoles.SchoolOfficer, UsualRoles.GroupLeader),
        new(MentoringPermissions.Pairings.Edit, "Draw up and end pairings of units", UsualRoles.Officer),
        new(MentoringPermissions.Contracts.View, "See mentoring contracts", UsualRoles.Officer, UsualRoles.SchoolOfficer, UsualRoles.GroupLeader),
        new(MentoringPermissions.Contracts.Manage, "Pair people, defer and end contracts", UsualRoles.Officer),
        new(MentoringPermissions.Contracts.Participation, "Say how the school’s trainees take part", UsualRoles.Officer, UsualRoles.SchoolOfficer),
        new(MentoringPermissions.Inspections.Manage, "Plan and record inspections of mentoring", UsualRoles.Officer),
    ];
}
