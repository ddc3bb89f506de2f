using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("Whoever is invited has no account yet, and the link stands for a sign-in."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class AcceptInvitationModel(AcceptInvitation acceptInvitation, InvitationQueries invitations) : LmsPageModel
{
    [BindProperty]
    public AcceptInvitationInput Input { get; set; } = new();

    /// <summary>Null when the link holds no longer.</summary>
    public InvitationView? Invitation { get; private set; }

    public override async Task Prepare(CancellationToken cancel) => Invitation = await invitations.Find(Input.Token, cancel);

    public Task OnGetAsync(string? token, CancellationToken cancel)
    {
        Input.Token = token ?? "";
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await acceptInvitation.Handle(Input, cancel)
        ? LocalRedirect("/")
        : Done(L["You belong to the institute now. Sign in with the password you have."], "SignIn");
}
