using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Host.Institutes;

[RequiresPermission(InstitutesPermissions.HostInstitutes)]
internal sealed class EditModel(InstituteQueries queries, RenameInstitute rename) : LmsPageModel, IEditsRecord<RenameInstituteInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RenameInstituteInput Input { get; set; } = new();

    public async Task<RenameInstituteInput> Stored(CancellationToken cancel) => await queries.Find(Id, cancel) ?? throw new RecordMissing("institute");

    public async Task OnGetAsync(CancellationToken cancel) => Input = await Stored(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await rename.Handle(Id, Input, cancel);
        return Done(L["The institute is called {0} now.", Input.Name], "Index");
    }
}
