using System.Linq.Expressions;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The institute's audit trail, newest first.</summary>
[RequiresPermission(ShellPermissions.Audit)]
public sealed class AuditModel(KernelDbContext db, Dates dates) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public AuditAction? Action { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public Page<AuditRow> Entries { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(AuditAction? action, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        (Action, From, To, View) = (action, from, to, TableView.From(Request.Query));
        var entries = db.Audit.AsNoTracking().Where(a => a.TenantId == db.CurrentTenantId);
        if (View.Search is { } words)
            entries = entries.Where(a => a.Who.Contains(words) || a.EntityType.Contains(words) || a.EntityId == words);
        if (action is not null)
            entries = entries.Where(a => a.Action == action);
        if (from is { } first && dates.StartOf(first) is var start)
            entries = entries.Where(a => a.At >= start);
        if (to is { } last && dates.StartOf(last.AddDays(1)) is var end)
            entries = entries.Where(a => a.At < end);
        Expression<Func<Kernel.Data.Auditing.AuditEntry, AuditRow>> row = a => new AuditRow(a.Id, a.At, a.Who, a.EntityType, a.Action);
        Entries = View.Sort == "who"
            ? await entries.ToPage(a => a.Who, a => a.Id, row, new(View.After), cancel, View.Descending)
            : await entries.ToPage(a => a.At, a => a.Id, row, new(View.After), cancel, descending: View.Sort is null || View.Descending);
        View = View with { Next = Entries.Next };
    }
}

public sealed record AuditRow(Guid Id, DateTime At, string Who, string EntityType, AuditAction Action);
