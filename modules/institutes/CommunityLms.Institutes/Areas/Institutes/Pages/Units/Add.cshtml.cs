using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

/// <summary>First where, then what: the place decides which kinds there are.</summary>
[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class AddModel(UnitQueries units, UnitChoices choices, AddUnit add) : LmsPageModel, IAsksForUnit
{
    [BindProperty(SupportsGet = true), Display(Name = "Below which unit")]
    public Guid? ParentId { get; set; }

    /// <summary>Words to find the place by, for who has no script.</summary>
    [BindProperty(SupportsGet = true, Name = "ParentId.Search")]
    public string? Words { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Kind")]
    public UnitKind? Kind { get; set; }

    /// <summary>Null until the place is chosen.</summary>
    public UnitInfo? Parent { get; private set; }

    public IReadOnlyList<UnitKind> Kinds { get; private set; } = [];

    public IReadOnlyList<UnitChoice> Places { get; private set; } = [];

    UnitKind? IAsksForUnit.Kind => Kinds.Count == 1 ? Kinds[0] : null;

    public override async Task Prepare(CancellationToken cancel)
    {
        if (ParentId is not { } parentId)
        {
            Places = await Find(Words, cancel);
            return;
        }
        Parent = await units.Find(parentId, InstitutesPermissions.Units.Edit, cancel);
        Kinds = [.. UnitRules.Below(Parent.Kind)];
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnGetSearchAsync(string? q, CancellationToken cancel) => new JsonResult(UnitOffer.Of(await Find(q, cancel)));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Parent is null)
            return Page();
        if ((Kinds.Count == 1 ? Kinds[0] : Kind) is not { } kind)
        {
            ModelState.AddModelError(nameof(Kind), L["Say what kind of unit it is."]);
            return Page();
        }
        var id = await add.Handle(Parent.Id, kind, Input.Details(), cancel);
        return Done(L["The unit is added."], "Details", new { id });
    }

    private Task<IReadOnlyList<UnitChoice>> Find(string? words, CancellationToken cancel) => choices.Find(u => UnitRules.Below(u.Kind).Any(), words, cancel);
}
