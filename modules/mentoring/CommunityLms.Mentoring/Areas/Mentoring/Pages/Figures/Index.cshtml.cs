using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Figures;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Figures;

/// <summary>The figures of a programme; each is a link to its records.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View), KeptWhileNothingChanges]
internal sealed class IndexModel(FigureQueries figures, ProgrammeQueries programmes, ITeaching teaching, IOrganisation organisation, Dates dates, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "district")]
    public Guid? DistrictId { get; set; }

    [BindProperty(SupportsGet = true, Name = "subject")]
    public Guid? SubjectId { get; set; }

    public Programme Programme { get; private set; } = null!;

    public FigureReport Report { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    /// <summary>The part of the programme that is counted, in words; null for the whole.</summary>
    public string? Part { get; private set; }

    public DateOnly Today => clock.Today();

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <summary>The same for a desk with Excel.</summary>
    public async Task<EmptyResult> OnGetXlsxAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Response.ContentType = TableFormat.Xlsx.MediaType();
        Response.Headers.ContentDisposition = $"attachment; filename=figures{TableFormat.Xlsx.Extension()}";
        await Report.WriteTable(Response.Body, Programme.Name, L, cancel);
        return new();
    }

    /// <summary>The same as a report to hand on.</summary>
    public async Task<FileContentResult> OnGetDocxAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        var title = L["Figures of {0}", Part is null ? Programme.Name : $"{Programme.Name} · {Part}"];
        var subtitle = $"{dates.Span(Programme.From, Programme.To)}{L[", "]}{L["counted on {0}", dates.Exactly(Today)]}";
        var letterhead = (await organisation.Tree(cancel)).Root?.Name.ToString() ?? "";
        return File(Report.WriteDocument(letterhead, title, subtitle, L), WordDocument.ContentType, "figures.docx");
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Id, cancel);
        Report = await figures.Report(Id, new(DistrictId, SubjectId), cancel);
        var names = await teaching.Subjects(cancel);
        var tree = await organisation.Tree(cancel);
        Districts = [.. tree.All.Where(u => u.Kind is UnitKind.District or UnitKind.County).OrderBy(u => u.Name.ToString(), StringComparer.CurrentCulture).Select(u => new SelectListItem(u.Name.ToString(), u.Id.ToString(), u.Id == DistrictId))];
        Subjects = [.. Programme.Subjects.Select(s => new SelectListItem(names[s.SubjectId].Name.ToString(), s.SubjectId.ToString(), s.SubjectId == SubjectId))];
        string?[] parts = [DistrictId is { } district ? tree.Find(district)?.Name.ToString() : null, SubjectId is { } subject ? names.GetValueOrDefault(subject)?.Name.ToString() : null];
        Part = parts.Any(p => p is not null) ? string.Join(L[", "], parts.OfType<string>()) : null;
    }
}
