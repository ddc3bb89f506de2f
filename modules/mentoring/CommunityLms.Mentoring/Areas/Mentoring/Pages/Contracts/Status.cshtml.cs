using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>Deferral, resumption and withdrawal of one contract.</summary>
[RequiresPermission(MentoringPermissions.Contracts.Manage)]
internal sealed class StatusModel(ContractAccess access, ChangingStatus changing) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deferrals => [.. Enum.GetValues<DeferralReason>().Select(r => new SelectListItem(ContractWords.OfReason(L, r.ToString()), r.ToString()))];

    public IReadOnlyList<SelectListItem> Withdrawals => [.. Enum.GetValues<WithdrawalReason>().Except([WithdrawalReason.MadeRoom]).Select(r => new SelectListItem(ContractWords.OfReason(L, r.ToString()), r.ToString()))];

    public override async Task Prepare(CancellationToken cancel) => Contract = await access.ToManage(Id, cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public Task<IActionResult> OnPostDeferAsync(DeferralReason reason, CancellationToken cancel) => Do(changing.Defer(Id, reason, cancel), L["It rests from today."]);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) => Do(changing.Resume(Id, cancel), L["It goes on."]);

    public Task<IActionResult> OnPostWithdrawAsync(WithdrawalReason reason, CancellationToken cancel) => Do(changing.Withdraw(Id, reason, cancel), L["It has ended. Its history stays."]);

    private async Task<IActionResult> Do(Task act, string whatWasDone)
    {
        await act;
        return Done(whatWasDone, "Details", new { Id });
    }
}
