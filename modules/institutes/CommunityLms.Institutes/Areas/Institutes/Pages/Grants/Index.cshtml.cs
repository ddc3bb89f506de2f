using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Picking;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Grants;

/// <summary>Who may do this here.</summary>
[RequiresPermission(InstitutesPermissions.Grants.View)]
internal sealed class IndexModel(GrantQueries grants, PickOptions options, PermissionCatalog catalog, IAccess access, IOrganisation organisation) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Permission { get; set; }

    /// <summary>Those given on units below as well.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Below { get; set; }

    /// <summary>Those that are over as well.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Over { get; set; }

    internal TableView View { get; private set; } = new();

    internal IReadOnlyList<GrantView> Rows { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> Permissions { get; private set; } = [];

    internal UnitInfo Here { get; private set; } = null!;

    internal bool MayGive { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        // Without a unit in the address: the uppermost one of which the reader may see the grants.
        var scope = await access.ScopeOf(InstitutesPermissions.Grants.View, cancel);
        if (tree.Root is not { } root || (Unit is { } asked ? tree.Find(asked) : tree.SubtreeOf(root.Id).Where(u => scope.Includes(u.Id)).MinBy(u => tree.PathOf(u.Id).Count())) is not { } here)
            return NotFound();
        Here = here;
        View = TableView.From(Request.Query);
        var sort = View.Sort switch { "role" => GrantSort.Role, "time" => GrantSort.From, _ => GrantSort.Person };
        var page = await grants.List(new(here.Id, Permission, Below, Over, sort, View.Descending), new PageRequest(View.After), cancel);
        (Rows, View) = (page.Items, View with { Next = page.Next });
        Units = await options.Units(here.Id, searched: null, cancel);
        Permissions = PermissionOptions();
        MayGive = !here.IsArchived && await access.May(InstitutesPermissions.Grants.Edit, here.Id, cancel);
        return Page();
    }

    private List<SelectListItem> PermissionOptions()
    {
        var items = new List<SelectListItem> { new(L["Anything"], "") };
        foreach (var group in catalog.Groups())
        {
            var heading = new SelectListGroup { Name = group.Heading };
            items.AddRange(group.Permissions.Select(p => new SelectListItem(p.Words, p.Name, p.Name == Permission) { Group = heading }));
        }
        return items;
    }
}
