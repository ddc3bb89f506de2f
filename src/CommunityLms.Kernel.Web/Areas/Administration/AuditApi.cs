using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Kernel.Web.Areas.Administration;

/// <summary>The audit trail under /api/v1/administration/audit; like the page, it only reads.</summary>
internal sealed class AuditApi : IApiContributor
{
    public string Path => "administration";

    public void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").RequirePermission(ShellPermissions.Audit);
        audit.MapGet("/", List).WithSummary("Lists the changes in the institute, newest first");
        audit.MapGet("/{id:guid}", Get).WithSummary("One change: what was before and after");
    }

    /// <summary>A value before and after; null where there was or is none.</summary>
    internal sealed record Values(string? Before, string? After);

    /// <summary>One change of one record.</summary>
    /// <param name="At">UTC.</param>
    /// <param name="AccountId">Null for the host's own work.</param>
    /// <param name="Changes">By the names of the record's properties.</param>
    internal sealed record Change(Guid Id, DateTime At, string Who, Guid? AccountId, string EntityType, string EntityId, AuditAction Action, IReadOnlyDictionary<string, Values> Changes);

    /// <param name="search">Part of a person's name or of a kind of record, or the whole id of one.</param>
    /// <param name="action">Only changes of this kind.</param>
    /// <param name="from">The first day, in the institute's time zone.</param>
    /// <param name="to">The last day.</param>
    private static Task<Page<AuditRow>> List(AuditQueries audit, [AsParameters] PageRequest page, CancellationToken cancel, string? search = null, AuditAction? action = null, DateOnly? from = null, DateOnly? to = null) =>
        audit.List(new(search, action, from, to), page, cancel);

    private static async Task<Change> Get(Guid id, AuditQueries audit, CancellationToken cancel)
    {
        var entry = await audit.Find(id, cancel);
        return new(entry.Id, entry.At, entry.Who, entry.AccountId, entry.EntityType, entry.EntityId, entry.Action,
            JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!.ToDictionary(c => c.Key, c => new Values(c.Value[0], c.Value[1])));
    }
}
