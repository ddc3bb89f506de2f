using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>Ends an employment, an appraisal or a place in the tutor network.</summary>
[RequiresPermission(InstitutesPermissions.People.Edit)]
internal sealed class EndModel(PersonDetailsQuery people, Employing employing, Honours honours, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid What { get; set; }

    [BindProperty, Required, Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    public string Called { get; private set; } = "";

    public string Told { get; private set; } = "";

    private bool _isWork;

    public override async Task Prepare(CancellationToken cancel)
    {
        var person = await people.Find(Id, cancel);
        Called = person.Name.ToString();
        var work = person.Employments.FirstOrDefault(e => e.Id == What);
        var honour = person.Honours.FirstOrDefault(h => h.Id == What);
        _isWork = work is not null;
        Told = work?.Unit ?? (honour is null ? throw new RecordMissing("entry") : honour.Position is { } position ? L.Tutor(position) : L.Backbone(honour.Category!.Value));
    }

    public Task OnGetAsync(CancellationToken cancel)
    {
        To = clock.Today();
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        await (_isWork ? employing.End(Id, What, To!.Value, cancel) : honours.End(Id, What, To!.Value, cancel));
        return Done(L["It is ended."], "Details", new { Id });
    }
}
