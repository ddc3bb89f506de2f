using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Registry.Contracts;
using CommunityLms.Registry.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Registry.Areas.Registry.Pages.Dossiers;

/// <summary>The list, and below it the form for those who may add to it.</summary>
[RequiresPermission(RegistryPermissions.Dossiers.View)]
internal sealed class IndexModel(DossierQueries queries, AddDossier add, IAccess access) : LmsPageModel
{
    [BindProperty]
    public AddDossierInput Input { get; set; } = new();

    public IReadOnlyList<string> Dossiers { get; private set; } = [];

    public bool MayAdd { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await add.Handle(Input, cancel);
        return Done(L["{0} is added.", Input.Title], "Index");
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Dossiers = await queries.Newest(cancel);
        MayAdd = (await access.ScopeOf(RegistryPermissions.Dossiers.Edit, cancel)).Everything;
    }
}
