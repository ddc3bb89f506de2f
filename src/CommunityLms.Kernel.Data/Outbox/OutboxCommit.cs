using System.Data.Common;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityLms.Kernel.Data.Outbox;

/// <summary>Wakes the dispatcher when a transaction that a use case opened itself is committed.</summary>
internal sealed class OutboxCommit(OutboxWriter outbox) : DbTransactionInterceptor, IScopedDependency
{
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        outbox.Committed();
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => outbox.Committed();
}
