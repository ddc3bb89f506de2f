using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>A person's file: facts, and the story of work and honours, newest first.</summary>
[RequiresPermission(InstitutesPermissions.People.View)]
internal sealed class DetailsModel(PersonDetailsQuery people, ArchivePerson archive, IAccess access, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonFile? Shown { get; private set; }

    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public bool MayInvite { get; private set; }

    public bool SeesGrants { get; private set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await people.Find(Id, cancel);
        Story = [.. Shown.Employments.Select(Tell).Concat(Shown.Honours.Select(Tell)).OrderByDescending(s => s.From)];
        MayInvite = await access.May(InstitutesPermissions.Accounts.Invite, cancel);
        SeesGrants = await access.May(InstitutesPermissions.Grants.View, cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken cancel)
    {
        await archive.Archive(Id, clock.Today(), cancel);
        return Done(L["The person is archived."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel)
    {
        await archive.Restore(Id, cancel);
        return Done(L["The person is back."], "Details", new { Id });
    }

    private StoryLine Tell(EmploymentView work)
    {
        string[] terms = [.. new[] { work.Subject, work.GradeBand is { } band ? L.Grade(band) : null, L.Load(work.Load) }.OfType<string>()];
        return new(work.Id, "school", work.To is null ? StateKind.Done : StateKind.Neutral, work.Title is { } title ? L["{0}: {1}", work.Where, title] : work.Where, string.Join(L[", "], terms), work.From, work.To);
    }

    private StoryLine Tell(HonourView honour) => honour.Position is { } position
        ? new(honour.Id, "users", StateKind.News, L["{0} in the tutor network of {1}", L.Tutor(position), honour.Subject ?? ""], honour.GroupName, honour.From, honour.To)
        : new(honour.Id, "award", StateKind.News, L["Backbone teacher: {0}, {1}", L.Backbone(honour.Category!.Value), L.Backbone(honour.Level!.Value)], honour.Subject, honour.From, honour.To);
}

/// <summary>A line of a person's story.</summary>
internal sealed record StoryLine(Guid Id, string Icon, StateKind Kind, string Text, string? Note, DateOnly From, DateOnly? To);
