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
}
