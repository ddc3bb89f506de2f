using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Adds an institute to the installation and invites its first administrator by mail.</summary>
internal sealed class AddInstitute(SetUpInstitute setUp, InvitationPost post, IAccess access, ICurrentTenant tenant) : IScopedDependency
{
    public async Task<Guid> Handle(NewInstituteInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.HostInstitutes, cancel);
        var made = await setUp.Handle(input, accountId: null, cancel);
        using var _ = tenant.Change(made.InstituteId);
        await post.Send(made.Administrator, cancel);
        return made.InstituteId;
    }
}
