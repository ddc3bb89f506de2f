using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Figures;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Figures;

/// <summary>The figures on paper.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View)]
internal sealed class PrintModel(FigureQueries figures, ProgrammeQueries programmes, TimeProvider clock) : LmsPageModel
{
    public Programme Programme { get; private set; } = null!;

    public FigureReport Report { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync(Guid id, Guid? district, Guid? subject, CancellationToken cancel)
    {
        Programme = await programmes.Find(id, cancel);
        Report = await figures.Report(id, new(district, subject), cancel);
    }
}
