using System.Collections.Concurrent;
using CommunityLms.Kernel.Data.Changes;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace CommunityLms.Institutes;

/// <summary>
/// Keeps an institute's tree and grants in memory. A save empties it at once on this node and on those that are told; any other follows
/// within <see cref="Lifetime"/>.
/// </summary>
internal sealed class InstitutesCache : ISingletonDependency
{
    private const string Topic = "Institutes.Cache";

    /// <summary>How long a node that isn't told may still see the old tree or grants.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _institutes = new();
    private readonly IMemoryCache _cache;
    private readonly INodes _nodes;
    private readonly ChangeCounts _changes;

    public InstitutesCache(IMemoryCache cache, INodes nodes, ChangeCounts changes)
    {
        (_cache, _nodes, _changes) = (cache, nodes, changes);
        nodes.Listen(Topic, institute => Drop(Guid.Parse(institute)));
    }

    /// <summary>What is kept under the key, or what <paramref name="load"/> gives: asked once, however many wait for it.</summary>
    public async Task<T> Get<T>(Guid institute, object key, Func<Task<T>> load)
    {
        for (; ;)
        {
            Lazy<Task<T>>? mine = null;
            var kept = _cache.GetOrCreate((institute, key), entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Lifetime;
                entry.AddExpirationToken(new CancellationChangeToken(_institutes.GetOrAdd(institute, _ => new()).Token));
                return mine = new(load);
            })!;
            try
            {
                return await kept.Value;
            }
            catch (Exception) when (mine is null)
            {
                // Whoever loaded it went away or failed; that is their story, and the next one here asks anew.
                _cache.Remove((institute, key));
            }
            catch
            {
                _cache.Remove((institute, key));
                throw;
            }
        }
    }

    public void Forget(Guid institute)
    {
        Drop(institute);
        _nodes.Tell(Topic, institute.ToString());
        _changes.Note(institute);
    }

    private void Drop(Guid institute)
    {
        if (_institutes.TryRemove(institute, out var source))
            source.Cancel();
    }
}
