using System.Collections.Concurrent;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace CommunityLms.Institutes;

/// <summary>
/// Keeps an institute's tree and grants in memory. A save on this node empties it at once; another node follows within
/// <see cref="Lifetime"/>.
/// </summary>
internal sealed class InstitutesCache(IMemoryCache cache) : ISingletonDependency
{
    /// <summary>How long another node may still see the old tree or grants.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _institutes = new();

    public Task<T> Get<T>(Guid institute, object key, Func<Task<T>> load) => cache.GetOrCreateAsync((institute, key), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Lifetime;
        entry.AddExpirationToken(new CancellationChangeToken(_institutes.GetOrAdd(institute, _ => new()).Token));
        return load();
    })!;

    public void Forget(Guid institute)
    {
        if (_institutes.TryRemove(institute, out var source))
            source.Cancel();
    }
}
