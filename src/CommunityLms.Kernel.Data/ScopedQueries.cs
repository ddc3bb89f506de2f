using System.Linq.Expressions;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Kernel.Data;

/// <summary>Narrows a query to the units a permission reaches.</summary>
public static class ScopedQueries
{
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, UnitScope scope, Expression<Func<T, Guid>> unitId)
    {
        if (scope.Everything)
            return rows;
        var ids = scope.UnitIds.ToArray();
        Expression<Func<Guid, bool>> contains = id => ids.Contains(id);
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Invoke(contains, unitId.Body), unitId.Parameters));
    }
}
