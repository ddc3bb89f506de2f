using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

/// <summary>How a document looks with this seal, before one is printed in earnest.</summary>
[RequiresPermission(InstitutesPermissions.Seals.View)]
internal sealed class PrintModel(SealQueries seals, TimeProvider clock) : LmsPageModel
{
    internal SealView Seal { get; private set; } = null!;

    internal DateOnly Today => clock.Today();

    public async Task OnGetAsync(Guid id, CancellationToken cancel) => Seal = await seals.Find(id, cancel);
}
