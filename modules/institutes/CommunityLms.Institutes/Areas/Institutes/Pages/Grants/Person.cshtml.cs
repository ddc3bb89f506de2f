using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Grants;

/// <summary>What this person may do, as far as it reaches the reader's units.</summary>
[RequiresPermission(InstitutesPermissions.Grants.View)]
internal sealed class PersonModel(PersonPowersQuery powers, IAccess access) : LmsPageModel
{
    internal PersonPowers Powers { get; private set; } = null!;

    internal bool MayGive { get; private set; }

    /// <summary>What reaches other units is left out.</summary>
    internal bool IsPart { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Powers = await powers.Find(id, cancel);
        MayGive = await access.May(InstitutesPermissions.Grants.Edit, cancel);
        IsPart = !(await access.ScopeOf(InstitutesPermissions.Grants.View, cancel)).Everything;
    }
}
