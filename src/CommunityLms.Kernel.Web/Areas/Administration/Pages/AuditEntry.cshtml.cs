using System.Text.Json;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>One change, before and after.</summary>
[RequiresPermission(ShellPermissions.Audit)]
public sealed class AuditEntryModel(KernelDbContext db) : LmsPageModel
{
    public AuditEntry? Entry { get; private set; }

    public IReadOnlyDictionary<string, string?[]> Changes { get; private set; } = new Dictionary<string, string?[]>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Entry = await db.Audit.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.TenantId == db.CurrentTenantId, cancel);
        if (Entry is null)
            return NotFound();
        Changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Entry.Changes)!;
        return Page();
    }
}
