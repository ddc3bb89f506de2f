using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Paging;

/// <summary>Keyset paging over one sort key and the id that breaks ties.</summary>
public static class Keyset
{
    /// <summary>One page in the order of <paramref name="key"/>, then <paramref name="id"/>, each row as <paramref name="row"/> shows it.</summary>
    /// <param name="key">A column that is never null; index it together with the id.</param>
    /// <exception cref="RuleBroken">The cursor is not one of ours.</exception>
    public static async Task<Page<TRow>> ToPage<T, TKey, TRow>(this IQueryable<T> source, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, Expression<Func<T, TRow>> row,
        PageRequest request, CancellationToken cancel, bool descending = false)
    {
        IQueryable<T> page = descending ? source.OrderByDescending(key).ThenByDescending(id) : source.OrderBy(key).ThenBy(id);
        if (request.After is { } after)
            page = page.Where(Beyond(key, id, Cursor.Read<TKey>(after), descending));
        var found = await page.Select(WithPosition(key, id, row)).Take(request.Size + 1).ToListAsync(cancel);
        var next = found.Count > request.Size ? Cursor.Write(found[request.Size - 1].Key, found[request.Size - 1].Id) : null;
        return new([.. found.Take(request.Size).Select(f => f.Row)], next);
    }

    /// <summary>One page of the rows themselves.</summary>
    public static Task<Page<T>> ToPage<T, TKey>(this IQueryable<T> source, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, PageRequest request, CancellationToken cancel, bool descending = false) =>
        source.ToPage(key, id, row => row, request, cancel, descending);

    private static Expression<Func<T, Positioned<TKey, TRow>>> WithPosition<T, TKey, TRow>(Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, Expression<Func<T, TRow>> row)
    {
        var source = key.Parameters[0];
        Expression Over(LambdaExpression part) => new Swap(part.Parameters[0], source).Visit(part.Body)!;
        return Expression.Lambda<Func<T, Positioned<TKey, TRow>>>(Expression.MemberInit(Expression.New(typeof(Positioned<TKey, TRow>)),
            Expression.Bind(typeof(Positioned<TKey, TRow>).GetProperty(nameof(Positioned<,>.Key))!, key.Body),
            Expression.Bind(typeof(Positioned<TKey, TRow>).GetProperty(nameof(Positioned<,>.Id))!, Over(id)),
            Expression.Bind(typeof(Positioned<TKey, TRow>).GetProperty(nameof(Positioned<,>.Row))!, Over(row))), source);
    }

    private sealed class Positioned<TKey, TRow>
    {
        public TKey Key { get; init; } = default!;

        public Guid Id { get; init; }

        public TRow Row { get; init; } = default!;
    }

    /// <summary>key &gt; last.key, or key = last.key and id &gt; last.id; in a form that every provider turns into SQL and can use an index for.</summary>
    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, Cursor.Position<TKey> last, bool descending)
    {
        var row = key.Parameters[0];
        var idBody = new Swap(id.Parameters[0], row).Visit(id.Body)!;
        // Members of a captured object become parameters, so that the plan is reused.
        var lastKey = Expression.Property(Expression.Constant(last), nameof(last.Key));
        var lastId = Expression.Property(Expression.Constant(last), nameof(last.Id));
        var keyBeyond = Compare(key.Body, lastKey, descending);
        var tie = Expression.AndAlso(Expression.Equal(key.Body, lastKey), Compare(idBody, lastId, descending));
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(keyBeyond, tie), row);
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool descending)
    {
        if (left.Type == typeof(string))
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), Type.EmptyTypes, left, right), Expression.Constant(0));
        return descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }

    /// <summary>The last row's key and id, readable only to us but no secret.</summary>
    private static class Cursor
    {
        private static readonly Rule NotOurs = new("This page of the list can't be found. Start again from its first page.");

        // A cursor without one of its parts would otherwise start at zero.
        private static readonly JsonSerializerOptions Whole = new() { RespectRequiredConstructorParameters = true };

        internal sealed record Position<TKey>(TKey Key, Guid Id);

        public static string Write<TKey>(TKey key, Guid id) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Position<TKey>(key, id))).Replace('+', '-').Replace('/', '_').TrimEnd('=');

        public static Position<TKey> Read<TKey>(string cursor)
        {
            try
            {
                var padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
                return JsonSerializer.Deserialize<Position<TKey>>(Encoding.UTF8.GetString(Convert.FromBase64String(padded)), Whole) ?? throw new RuleBroken(NotOurs);
            }
            catch (Exception fault) when (fault is FormatException or JsonException)
            {
                throw new RuleBroken(NotOurs);
            }
        }
    }
}
