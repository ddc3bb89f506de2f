using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Host.Institutes;

[RequiresPermission(InstitutesPermissions.HostInstitutes)]
internal sealed class NewModel(AddInstitute addInstitute) : LmsPageModel
{
    [BindProperty]
    public NewInstituteInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await addInstitute.Handle(Input, cancel);
        return Done(L["{0} is set up, and its administrator is invited by mail.", Input.Name], "Index");
    }
}
