using System.Linq.Expressions;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Web.Areas.Administration;

/// <summary>Which changes are asked for, and in which order.</summary>
/// <param name="Search">Part of a person's name or of a kind of record, or the whole number of one.</param>
/// <param name="From">The first day, in the institute's time zone.</param>
/// <param name="To">The last day.</param>
/// <param name="ByWho">In the order of the names of who made them; otherwise of their moments.</param>
internal sealed record AuditFilter(string? Search = null, AuditAction? Action = null, DateOnly? From = null, DateOnly? To = null, bool ByWho = false, bool Descending = true);

/// <summary>A change in the list.</summary>
/// <param name="At">UTC.</param>
/// <param name="EntityId">The record's key; several parts are joined by a comma.</param>
internal sealed record AuditRow(Guid Id, DateTime At, string Who, string EntityType, string EntityId, AuditAction Action);

/// <summary>Reads the audit trail of the current institute.</summary>
internal sealed class AuditQueries(KernelDbContext db, Dates dates) : IScopedDependency
{
    private IQueryable<AuditEntry> Own => db.Audit.AsNoTracking().Where(a => a.TenantId == db.CurrentTenantId);

    public Task<Page<AuditRow>> List(AuditFilter filter, PageRequest page, CancellationToken cancel)
    {
        var entries = Own;
        if (filter.Search is { } words)
            entries = entries.Where(a => a.Who.Contains(words) || a.EntityType.Contains(words) || a.EntityId == words);
        if (filter.Action is { } action)
            entries = entries.Where(a => a.Action == action);
        if (filter.From is { } first && dates.StartOf(first) is var start)
            entries = entries.Where(a => a.At >= start);
        if (filter.To is { } last && dates.StartOf(last.AddDays(1)) is var end)
            entries = entries.Where(a => a.At < end);
        Expression<Func<AuditEntry, AuditRow>> row = a => new AuditRow(a.Id, a.At, a.Who, a.EntityType, a.EntityId, a.Action);
        return filter.ByWho
            ? entries.ToPage(a => a.Who, a => a.Id, row, page, cancel, filter.Descending)
            : entries.ToPage(a => a.At, a => a.Id, row, page, cancel, filter.Descending);
    }

    /// <exception cref="RecordMissing">There is no such entry in this institute.</exception>
    public async Task<AuditEntry> Find(Guid entryId, CancellationToken cancel) =>
        await Own.SingleOrDefaultAsync(a => a.Id == entryId, cancel) ?? throw new RecordMissing("audit entry");
}
