using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

[RequiresPermission(InstitutesPermissions.Accounts.Invite)]
internal sealed class AccountModel(ConnectionAuthority authority, InvitationQueries invitations, InvitePerson invite, WithdrawInvitation withdraw, RevokeConnection revoke) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ConnectionView Connection { get; private set; } = null!;

    public override async Task Prepare(CancellationToken cancel)
    {
        await authority.Require(Id, cancel);
        Connection = await invitations.ConnectionOf(Id, cancel) ?? throw new RecordMissing("person");
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        await invite.Handle(Id, cancel);
        return Done(L["The invitation is on its way. It holds for {0} days.", Invitation.Lifetime.Days], "Account", new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await withdraw.Handle(Id, cancel);
        return Done(L["The invitation is taken back. Its link opens nothing any more."], "Account", new { Id });
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancel)
    {
        await revoke.Handle(Id, cancel);
        return Done(L["The person can't work here any more."], "Account", new { Id });
    }
}
