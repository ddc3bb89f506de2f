using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("It shows only the reader's own contracts."), KeptWhileNothingChanges]
internal sealed class IndexModel(MyPath myPath, TimeProvider clock) : LmsPageModel
{
    public IReadOnlyList<PathView> Paths { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(L[k.ToString()], k.ToString()))];

    public async Task OnGetAsync(CancellationToken cancel) => Paths = await myPath.All(cancel);
}
