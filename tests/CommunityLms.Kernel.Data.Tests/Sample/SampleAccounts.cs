using System.Collections.Concurrent;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;

namespace CommunityLms.Kernel.Data.Tests.Sample;

/// <summary>Keeps accounts in memory, as the institutes module keeps them in its tables.</summary>
internal sealed class SampleAccounts : IAccountDirectory, ISingletonDependency
{
    private static readonly ConcurrentDictionary<Guid, AccountContact> Known = new();

    public static Guid Add(string email, string name, string culture)
    {
        var id = Guid.CreateVersion7();
        Known[id] = new(email, name, culture);
        return id;
    }

    public Task<IReadOnlyDictionary<Guid, AccountContact>> Find(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, AccountContact>>(accountIds.Where(Known.ContainsKey).ToDictionary(id => id, id => Known[id]));
}
