using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.View)]
internal sealed class DetailsModel(UnitQueries units, RestoreUnit restore, DeleteUnit delete, IAccess access) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public UnitFile Shown { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>Nothing refers to it, so that it can be deleted.</summary>
    public bool IsUnused { get; private set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await units.File(Id, cancel);
        MayEdit = await access.May(InstitutesPermissions.Units.Edit, Id, cancel);
        IsUnused = MayEdit && Shown.Unit.ParentId is not null && !await delete.IsReferredTo(Id, cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <summary>Undoes an archiving; nothing is lost by it, so nobody is asked twice.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid stamp, CancellationToken cancel)
    {
        await restore.Handle(Id, stamp, cancel);
        return Done(L["It takes part again."], "Details", new { Id });
    }

    /// <summary>A line of the history as a sentence, with its icon.</summary>
    public (string Icon, StateKind Kind, string Text) Say(UnitEvent happened) => happened.Kind switch
    {
        UnitChangeKind.Founded => ("plus", StateKind.Done, L["Founded"]),
        UnitChangeKind.Renamed => ("pencil", StateKind.Neutral, L["Renamed from “{0}” to “{1}”", happened.From!, happened.To!]),
        UnitChangeKind.SettingChanged => ("map-pin", StateKind.Neutral, L["Setting changed from {0} to {1}", Setting(happened.From), Setting(happened.To)]),
        UnitChangeKind.Moved => ("transfer", StateKind.News, L["Moved from “{0}” to “{1}”", happened.From ?? "", happened.To!]),
        UnitChangeKind.Merged => ("arrows-exchange", StateKind.News, L["Merged into “{0}”", happened.To!]),
        UnitChangeKind.TookIn => ("arrows-exchange", StateKind.News, L["Took in “{0}”", happened.From!]),
        UnitChangeKind.Archived => ("archive", StateKind.Neutral, L["Archived"]),
        _ => ("arrow-back-up", StateKind.Done, L["Restored"]),
    };

    private string Setting(string? name) => name is null ? L["none"] : L[name];
}
