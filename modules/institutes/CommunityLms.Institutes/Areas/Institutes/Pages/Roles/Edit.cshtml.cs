using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Roles;

internal sealed class RoleInput : IVersionedInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Name for readers of other languages")]
    public string? LatinName { get; set; }

    [StringLength(Lengths.Text), Display(Name = "What it is for")]
    public string? Description { get; set; }

    [Display(Name = "Permissions")]
    public List<string> Permissions { get; set; } = [];

    public Guid Stamp { get; set; }
}

/// <summary>Defines a role, or changes the one named in the address.</summary>
[RequiresPermission(InstitutesPermissions.Grants.Roles)]
internal sealed class EditModel(SaveRole save, DeleteRole delete, RoleQueries roles, PermissionCatalog catalog, IAccess access) : LmsPageModel, IEditsRecord<RoleInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    /// <summary>The role as it is stored; null for a new one.</summary>
    internal RoleView? Role { get; private set; }

    internal IReadOnlyList<PermissionGroup> Groups { get; private set; } = [];

    /// <summary>Those the reader may put in.</summary>
    internal HashSet<string> Held { get; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Role is { } role)
            Input = InputOf(role);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await save.Handle(new(Id, new(Input.Name, Input.LatinName, Input.Description), Input.Permissions, Input.Stamp), cancel);
        return Done(Id is null ? L["The role “{0}” is defined. It can be given now.", Input.Name] : L["The role “{0}” is changed.", Input.Name], "Index");
    }

    /// <param name="stamp">The version whose consequence was read.</param>
    public async Task<IActionResult> OnPostDeleteAsync(Guid stamp, CancellationToken cancel)
    {
        await Prepare(cancel);
        // The form above shows what is stored, should the role be in use.
        Input = InputOf(Role!);
        ModelState.Clear();
        await delete.Handle(new(Role!.Id, stamp), cancel);
        return Done(L["The role “{0}” is deleted.", Role.Name], "Index");
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Grants.Roles, cancel);
        Role = Id is { } id ? await roles.Find(id, cancel) : null;
        Groups = catalog.Groups();
        foreach (var permission in catalog.Names)
            if ((await access.ScopeOf(permission, cancel)).Everything)
                Held.Add(permission);
    }

    public async Task<RoleInput> Stored(CancellationToken cancel) => InputOf(await roles.Find(Id!.Value, cancel));

    private static RoleInput InputOf(RoleView role) =>
        new() { Name = role.Name.Name, LatinName = role.Name.LatinName, Description = role.Description, Permissions = [.. role.Permissions], Stamp = role.Stamp };
}
