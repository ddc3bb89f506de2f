using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>The people within reach, found as one types.</summary>
[RequiresPermission(InstitutesPermissions.People.View)]
internal sealed class IndexModel(PersonQueries queries, SubjectNames subjects, IOrganisation organisation, IAccess access) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public Page<PersonLine> People { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];

    public bool Archived { get; private set; }

    public UnitInfo? Unit { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayImport { get; private set; }

    public async Task OnGetAsync(Guid? unit, Guid? subject, BackboneLevel? level, TutorPosition? position, bool archived, CancellationToken cancel)
    {
        (View, Archived) = (TableView.From(Request.Query), archived);
        Unit = unit is { } id ? (await organisation.Tree(cancel)).Find(id) : null;
        People = await queries.List(new(View.Search, unit, subject, level, position, archived), new(View.After), cancel);
        View = View with { Next = People.Next };
        Subjects = [.. (await subjects.All(cancel)).Select(s => new SelectListItem(s.Value.ToString(), s.Key.ToString(), s.Key == subject))];
        Levels = Chosen(PersonWords.Choices<BackboneLevel>(v => L.Backbone(v)), level?.ToString());
        Positions = Chosen(PersonWords.Choices<TutorPosition>(v => L.Tutor(v)), position?.ToString());
        MayEdit = await access.May(InstitutesPermissions.People.Edit, cancel);
        MayImport = await access.May(InstitutesPermissions.People.Import, cancel);
    }

    private static IReadOnlyList<SelectListItem> Chosen(IReadOnlyList<SelectListItem> choices, string? chosen)
    {
        foreach (var choice in choices)
            choice.Selected = choice.Value == chosen;
        return choices;
    }
}
