using System.Data.Common;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityLms.Kernel.Data.Changes;

/// <summary>Notes every change of any context once it is committed: saves, updates and deletes without loading, and transactions of a use case's own.</summary>
internal sealed class ChangeNotes(ChangeCounts counts, ICurrentTenant tenant) : DbTransactionInterceptor, ISaveChangesInterceptor, IDbCommandInterceptor, IScopedDependency
{
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        counts.Note(tenant.Id);
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => counts.Note(tenant.Id);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
            counts.Note(tenant.Id);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
            counts.Note(tenant.Id);
        return ValueTask.FromResult(result);
    }
}
