using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Figures;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Figures;

/// <summary>The very records behind one figure.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View)]
internal sealed class RecordsModel(FigureQueries figures, FigureRecordQueries records, ProgrammeQueries programmes) : LmsPageModel
{
    public Programme Programme { get; private set; } = null!;

    public Figure Figure { get; private set; } = null!;

    public FigureFilter Filter { get; private set; } = new();

    public long Number { get; private set; }

    public TableView View { get; private set; } = new();

    public Page<FigureRecord> Records { get; private set; } = new([], Next: null);

    /// <summary>What the last column counts.</summary>
    public string Amount => Figure.Of switch { FigureRecords.Contacts => L["Minutes"], FigureRecords.Evidence => L["Characters"], _ => L["Contracts"] };

    public string What => Figure.Of switch { FigureRecords.Contacts => L["What it was about"], FigureRecords.Stages => L["Stage"], _ => L["Title"] };

    public bool HasWhat => Figure.Of is FigureRecords.Contacts or FigureRecords.Evidence or FigureRecords.Stages;

    public bool HasAmount => Figure.Of is not (FigureRecords.Contracts or FigureRecords.Stages);

    public bool HasDay => HasWhat || Figure.Of == FigureRecords.Contracts;

    public string Who(FigureRecord record) => record switch { { Trainee: { } trainee, Mentor: { } mentor } => L["{0} with {1}", trainee, mentor], _ => record.Trainee ?? record.Mentor ?? "" };

    public string? Words(FigureRecord record) => record.State is { } state ? ContractWords.Of(L, state, TrainingStatus.Active).Words : null;

    public string? Link(FigureRecord record) => record.EvidenceId is { } evidence ? Url.Page("/Contracts/Evidence", new { id = evidence }) : record.ContractId is { } contract ? Url.Page("/Contracts/Details", new { id = contract }) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, string? figure, Guid? district, Guid? subject, CancellationToken cancel)
    {
        if (Figure.All.FirstOrDefault(f => f.Key == figure) is not { } asked)
            return NotFound();
        (Figure, Filter, View) = (asked, new(district, subject), TableView.From(Request.Query));
        Programme = await programmes.Find(id, cancel);
        Number = (await figures.Report(id, Filter, cancel)).Whole.Values[Figure.All.ToList().IndexOf(asked)];
        Records = await records.List(id, asked, Filter, new(View.After), cancel);
        View = View with { Next = Records.Next };
        return Page();
    }
}
