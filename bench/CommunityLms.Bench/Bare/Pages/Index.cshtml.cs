using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench.Bare;

/// <summary>The first twenty people of one institute in the order of the index the list of the host uses as well.</summary>
public sealed class IndexModel(BareContext db) : PageModel
{
    public const int Rows = 20;

    public IReadOnlyList<BarePerson> People { get; private set; } = [];

    public async Task OnGetAsync(Guid institute, CancellationToken cancel) =>
        People = await db.People.AsNoTracking().Where(p => p.TenantId == institute).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Rows).ToListAsync(cancel);
}
