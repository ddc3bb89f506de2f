using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>The people within reach, found as one types.</summary>
[RequiresPermission(InstitutesPermissions.People.View)]
[KeptWhileNothingChanges]
internal sealed class IndexModel(PersonQueries queries, SubjectNames subjects, InvitePerson invite, IOrganisation organisation, IAccess access) : LmsPageModel
{
    /// <summary>Rows read at a time for a file.</summary>
    private const int Batch = 200;

    public TableView View { get; private set; } = new();

    public PeopleFilter Filter { get; private set; } = new();

    public Page<PersonLine> People { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];

    public UnitInfo? Unit { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayImport { get; private set; }

    public bool MayInvite { get; private set; }

    private PeopleOrder Order => new(View.Sort == "number", View.Descending);

    public async Task OnGetAsync(Guid? unit, Guid? subject, BackboneLevel? level, TutorPosition? position, bool archived, CancellationToken cancel)
    {
        Ask(unit, subject, level, position, archived);
        Unit = unit is { } id ? (await organisation.Tree(cancel)).Find(id) : null;
        People = await queries.List(Filter, new(View.After), cancel, Order);
        // Everybody is counted only when somebody looks for something: the usual list is opened too often for that.
        var total = Filter.IsNarrow && (People.Next ?? View.After) is not null ? await queries.Count(Filter, cancel) : (int?)null;
        View = View with { Next = People.Next, Total = total };
        Subjects = [.. (await subjects.All(cancel)).Select(s => new SelectListItem(s.Value.ToString(), s.Key.ToString(), s.Key == subject))];
        Levels = Chosen(PersonWords.Choices<BackboneLevel>(v => L.Backbone(v)), level?.ToString());
        Positions = Chosen(PersonWords.Choices<TutorPosition>(v => L.Tutor(v)), position?.ToString());
        MayEdit = await access.May(InstitutesPermissions.People.Edit, cancel);
        MayImport = await access.May(InstitutesPermissions.People.Import, cancel);
        MayInvite = await access.May(InstitutesPermissions.Accounts.Invite, cancel);
    }

    /// <summary>The same list with the same columns as a file: everybody it finds, not only one page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid? unit, Guid? subject, BackboneLevel? level, TutorPosition? position, bool archived, CancellationToken cancel)
    {
        Ask(unit, subject, level, position, archived);
        var columns = PeopleList.Chosen(View.Columns);
        Response.ContentType = TableFormat.Csv.MediaType();
        Response.Headers.ContentDisposition = $"attachment; filename=people{TableFormat.Csv.Extension()}";
        await using var table = await TableWriter.Create(Response.Body, TableFormat.Csv, "people", [.. columns.Select(c => L[c.Title].Value)], cancel);
        for (var after = new PageRequest(null, Batch); ;)
        {
            var page = await queries.List(Filter, after, cancel, Order);
            foreach (var person in page.Items)
                await table.Write([.. columns.Select(c => c.Text(L, person))], cancel);
            if (page.Next is null)
                return new EmptyResult();
            after = new(page.Next, Batch);
        }
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid[] ids, CancellationToken cancel)
    {
        var refused = new List<string>();
        foreach (var id in ids)
        {
            try
            {
                await invite.Handle(id, cancel);
            }
            catch (RuleBroken broken)
            {
                refused.Add(L[broken.Rule.Message, [.. broken.Args.OfType<object>()]]);
            }
            catch (AccessDenied)
            {
                refused.Add(L["Others decide whether they sign in."]);
            }
        }
        WhatWasDone = string.Join(' ', refused.CountBy(reason => reason).Select(r => L["Not invited: {0}. {1}", r.Value, r.Key].Value).Prepend(L["Invited: {0}.", ids.Length - refused.Count]));
        return BackToThePage();
    }

    private void Ask(Guid? unit, Guid? subject, BackboneLevel? level, TutorPosition? position, bool archived)
    {
        View = TableView.From(Request.Query);
        Filter = new(View.Search, unit, subject, level, position, archived);
    }

    private static IReadOnlyList<SelectListItem> Chosen(IReadOnlyList<SelectListItem> choices, string? chosen)
    {
        foreach (var choice in choices)
            choice.Selected = choice.Value == chosen;
        return choices;
    }
}
