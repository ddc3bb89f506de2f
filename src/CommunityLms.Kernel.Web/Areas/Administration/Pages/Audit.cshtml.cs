using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The institute's audit trail, newest first.</summary>
[RequiresPermission(ShellPermissions.Audit)]
internal sealed class AuditModel(AuditQueries audit) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public AuditAction? Action { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public Page<AuditRow> Entries { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(AuditAction? action, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        (Action, From, To, View) = (action, from, to, TableView.From(Request.Query));
        Entries = await audit.List(new(View.Search, action, from, to, View.Sort == "who", View.Sort is null || View.Descending), new(View.After), cancel);
        View = View with { Next = Entries.Next };
    }
}
