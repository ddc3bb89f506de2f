using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>One change, before and after.</summary>
[RequiresPermission(ShellPermissions.Audit)]
internal sealed class AuditEntryModel(AuditQueries audit) : LmsPageModel
{
    public AuditEntry? Entry { get; private set; }

    public IReadOnlyDictionary<string, string?[]> Changes { get; private set; } = new Dictionary<string, string?[]>();

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Entry = await audit.Find(id, cancel);
        Changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Entry.Changes)!;
    }
}
