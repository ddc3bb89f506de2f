using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

/// <summary>One seal: its image, who keeps and kept it.</summary>
[RequiresPermission(InstitutesPermissions.Seals.View)]
internal sealed class DetailsModel(SealQueries seals, EntrustSeal entrust, ChangeSeal change) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    internal SealView Seal { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid keeper, CancellationToken cancel)
    {
        await entrust.TakeBack(Id, keeper, cancel);
        return Done(L["The seal is taken back."], "Details", new { id = Id });
    }

    /// <param name="stamp">The version whose consequence was read.</param>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid stamp, CancellationToken cancel)
    {
        await change.Withdraw(Id, stamp, cancel);
        return Done(L["The seal is withdrawn."], "Details", new { id = Id });
    }

    public override async Task Prepare(CancellationToken cancel) => Seal = await seals.Find(Id, cancel);
}
