using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Takes a role back at once; the grant stays on record.</summary>
internal sealed class RevokeGrant(InstitutesDbContext db, IAccess access, Administrators administrators, TimeProvider clock) : IScopedDependency
{
    /// <param name="Stamp">The version the person was looking at.</param>
    internal sealed record Input(Guid GrantId, Guid Stamp);

    public async Task Handle(Input input, CancellationToken cancel)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == input.GrantId, cancel) ?? throw new RecordMissing("grant");
        await access.Require(InstitutesPermissions.Grants.Edit, grant.UnitId, cancel);
        await administrators.RequireAnother(grant, cancel);
        grant.Revoke(clock.Today());
        db.ExpectVersion(grant, input.Stamp);
        await db.SaveChangesAsync(cancel);
    }
}
