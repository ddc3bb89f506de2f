using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Deputies;

/// <summary>Who does one's tasks while one is away.</summary>
[OpenToAccounts("Everybody names their own deputies.")]
internal sealed class IndexModel(StandingIn standingIn, PickerChoices pickers, ICurrentUser user, TimeProvider clock) : LmsPageModel
{
    [BindProperty]
    public DeputyInput Input { get; set; } = new();

    public IReadOnlyList<DeputyRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        Rows = await standingIn.Mine(cancel);
        Found = await pickers.Colleagues(Input.DeputyId, SearchedIn("Input.DeputyId"), cancel);
    }

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await standingIn.Appoint(user.Actor?.PersonId ?? throw new RecordMissing("person"), Input.DeputyId!.Value, Input.From!.Value, Input.To!.Value, cancel);
        return Done(L["They see your tasks on those days."], "Index");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        await standingIn.End(id, cancel);
        return Done(L["It has ended."], "Index");
    }
}

internal sealed record DeputyInput
{
    [Required]
    public Guid? DeputyId { get; init; }

    [Required]
    public DateOnly? From { get; init; }

    [Required]
    public DateOnly? To { get; init; }
}
