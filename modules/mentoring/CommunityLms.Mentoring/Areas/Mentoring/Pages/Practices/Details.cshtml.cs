using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Inspections;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Practices;

[OpenToAccounts("Only those whom it was made known to find it.")]
internal sealed class DetailsModel(InspectionQueries inspections) : LmsPageModel
{
    public PracticeRow Practice { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken cancel) => Practice = await inspections.Practice(id, cancel);
}
