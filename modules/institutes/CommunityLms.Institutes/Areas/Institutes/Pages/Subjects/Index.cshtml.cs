using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Subjects;

[RequiresPermission(InstitutesPermissions.Units.View)]
internal sealed class IndexModel(SubjectQueries subjects, EditSubjects edit, IAccess access) : LmsPageModel
{
    public IReadOnlyList<SubjectRow> Subjects { get; private set; } = [];

    /// <summary>Subjects belong to the whole institute, so only who may edit all of it changes them.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>The usual ones that the institute doesn't have.</summary>
    public IReadOnlyList<LocalName> Missing { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        Subjects = await subjects.All(cancel);
        MayEdit = (await access.ScopeOf(InstitutesPermissions.Units.Edit, cancel)).Everything;
        Missing = [.. UsualSubjects.All.ExceptBy(Subjects.Select(s => s.Code), s => s.Code).Select(s => new LocalName(s.Name, s.LatinName))];
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancel) =>
        Done(L["{0} subjects added.", await edit.AddUsual(cancel)], "Index");

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, Guid stamp, CancellationToken cancel)
    {
        await edit.Archive(id, stamp, cancel);
        return Done(L["The subject is archived. Nobody can choose it any more; what refers to it keeps it."], "Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, Guid stamp, CancellationToken cancel)
    {
        await edit.Restore(id, stamp, cancel);
        return Done(L["The subject can be chosen again."], "Index");
    }
}
