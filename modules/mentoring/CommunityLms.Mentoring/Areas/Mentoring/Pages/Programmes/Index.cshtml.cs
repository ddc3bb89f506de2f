using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

[RequiresPermission(MentoringPermissions.Programmes.View), KeptWhileNothingChanges]
internal sealed class IndexModel(ProgrammeQueries programmes, IAccess access) : LmsPageModel
{
    public IReadOnlyList<ProgrammeRow> Programmes { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Programmes = await programmes.All(cancel);
        MayEdit = (await access.ScopeOf(MentoringPermissions.Programmes.Edit, cancel)).Everything;
    }
}
