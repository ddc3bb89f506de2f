using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

/// <summary>A page that shows what a change of a unit would do, before it is done.</summary>
internal abstract class CheckModel(UnitQueries units) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the person was shown.</summary>
    [BindProperty]
    public Guid Stamp { get; set; }

    public UnitInfo Unit { get; private set; } = null!;

    public TreeChange Change { get; protected set; } = null!;

    public override async Task Prepare(CancellationToken cancel)
    {
        Unit = await units.Find(Id, InstitutesPermissions.Units.Edit, cancel);
        Stamp = (await units.Stored(Id, cancel)).Stamp;
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);
}

/// <summary>A check that needs another unit first: the new place, or the one to merge into.</summary>
internal abstract class CheckWithOtherModel(UnitQueries units, UnitChoices choices) : CheckModel(units)
{
    /// <summary>Words to find the other unit by, for who has no script.</summary>
    [BindProperty(SupportsGet = true, Name = "OtherId.Search")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? OtherId { get; set; }

    /// <summary>Null until one is chosen that fits.</summary>
    public UnitInfo? Other { get; private set; }

    public IReadOnlyList<UnitChoice> Others { get; private set; } = [];

    /// <summary>What the person is asked.</summary>
    public abstract string Question { get; }

    /// <summary>Whether a unit can be the other one.</summary>
    protected abstract bool Fits(UnitInfo other);

    protected abstract Task<TreeChange> Preview(UnitInfo other, CancellationToken cancel);

    public override async Task Prepare(CancellationToken cancel)
    {
        await base.Prepare(cancel);
        Others = await choices.Find(Fits, words: null, cancel);
        Other = Others.FirstOrDefault(c => c.Unit.Id == OtherId)?.Unit;
        if (Other is not null)
            Change = await Preview(Other, cancel);
        else if (OtherId is not null)
            ModelState.AddModelError(nameof(OtherId), L["Choose one of the units offered here."]);
        if (Words is not null)
            Others = await choices.Find(Fits, Words, cancel);
    }

    public async Task<IActionResult> OnGetSearchAsync(string? q, CancellationToken cancel)
    {
        await base.Prepare(cancel);
        return new JsonResult(UnitOffer.Of(await choices.Find(Fits, q, cancel)));
    }
}
