using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data;

/// <summary>Optimistic concurrency as a form sees it.</summary>
public static class Concurrency
{
    /// <summary>
    /// Says which version the person was looking at. If somebody saved another one since, the save throws <see cref="ChangedMeanwhile"/>.
    /// </summary>
    public static void ExpectVersion<T>(this DbContext context, T aggregate, Guid stamp) where T : class, IHasConcurrencyStamp
    {
        var property = context.Entry(aggregate).Property(a => a.ConcurrencyStamp);
        property.OriginalValue = stamp;
        // A form that changes nothing but was opened on an old version is a conflict too.
        property.IsModified = true;
    }

    /// <summary>
    /// Does the work and saves. Where somebody else saved first, it is done again on what they left: for changes whose rules themselves
    /// say what mustn't have changed meanwhile.
    /// </summary>
    /// <param name="work">Loads what it needs anew each time, and doesn't save.</param>
    /// <param name="makesRows">New rows may clash with others' by a unique index as well, and are then made again.</param>
    /// <exception cref="ChangedMeanwhile">Others were quicker every time.</exception>
    public static async Task SaveOnLatest(this DbContext context, Func<Task> work, CancellationToken cancel, bool makesRows = false)
    {
        const int Tries = 8;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                await context.SaveChangesAsync(cancel);
                return;
            }
            catch (Exception clash) when (attempt < Tries && (clash is ChangedMeanwhile || (makesRows && clash is DbUpdateException)))
            {
                context.ChangeTracker.Clear();
            }
        }
    }
}
