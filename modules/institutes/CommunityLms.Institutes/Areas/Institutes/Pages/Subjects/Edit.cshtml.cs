using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Subjects;

/// <summary>Adds a subject, or changes one.</summary>
[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class EditModel(SubjectQueries subjects, EditSubjects edit, IAccess access) : LmsPageModel, IEditsRecord<SubjectInput>
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public SubjectInput Input { get; set; } = new();

    public async Task<SubjectInput> Stored(CancellationToken cancel) => SubjectInput.Of(await subjects.Stored(Id!.Value, cancel));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Id is not null)
            Input = await Stored(cancel);
        await access.RequireEverywhere(InstitutesPermissions.Units.Edit, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Id is { } id)
            await edit.Change(id, Input.Stamp, Input.Details(), cancel);
        else
            await edit.Add(Input.Details(), cancel);
        return Done(Id is null ? L["The subject is added."] : L["The changes are saved."], "Index");
    }
}

/// <summary>What is asked about a subject.</summary>
internal sealed class SubjectInput : IVersionedInput
{
    [Required, StringLength(Lengths.Code), Display(Name = "Code")]
    public string Code { get; set; } = "";

    [Required, StringLength(Lengths.Name), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Latin name")]
    public string? LatinName { get; set; }

    public Guid Stamp { get; set; }

    public SubjectDetails Details() => new(Code, Name, LatinName);

    public static SubjectInput Of(StoredSubject subject) => new() { Code = subject.Details.Code, Name = subject.Details.Name, LatinName = subject.Details.LatinName, Stamp = subject.Stamp };
}
