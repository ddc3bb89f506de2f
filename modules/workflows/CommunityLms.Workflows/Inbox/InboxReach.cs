using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Whose tasks a person may do today: their own, those of their roles, and both for everybody they stand in for.</summary>
/// <param name="PersonId">Who asks.</param>
/// <param name="Recipients">The inboxes that are theirs, each with the person in whose name: themselves or who is away.</param>
internal sealed record Reach(Guid PersonId, IReadOnlyDictionary<string, Guid> Recipients)
{
    /// <summary>In whose name the task would be done; null where it isn't theirs.</summary>
    public Guid? For(WorkItem item) => Recipients.TryGetValue(item.Recipient, out var person) ? person : null;

    /// <summary>Whether they are one of the group, whoever has taken the task.</summary>
    public bool IsOfGroup(WorkItem item) => item is { Role: { } role, RoleUnitId: { } unit } && Recipients.ContainsKey(Inbox.Recipients.Of(role, unit));
}

internal sealed class InboxReach(WorkflowsDbContext db, IRoles roles, IMemoryCache cache, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <summary>How long another node may not see a new deputy.</summary>
    private static readonly TimeSpan s_kept = TimeSpan.FromSeconds(15);

    /// <summary>Of whoever is signed in.</summary>
    /// <exception cref="RecordMissing">The account is no person of this institute.</exception>
    public async Task<Reach> Mine(CancellationToken cancel) => await Of(user.Actor?.PersonId ?? throw new RecordMissing("inbox"), cancel);

    public async Task<Reach> Of(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today();
        var away = (await Deputies(cancel)).Where(d => d.DeputyId == personId && d.From <= today && d.To >= today).Select(d => d.PersonId).Distinct();
        var recipients = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var person in away.Prepend(personId))
        {
            recipients.TryAdd(Recipients.Of(person), person);
            foreach (var held in await roles.HeldBy(person, cancel))
                recipients.TryAdd(Recipients.Of(held.Role, held.UnitId), person);
        }
        return new(personId, recipients);
    }

    /// <summary>After a change of who stands in for whom.</summary>
    public void ForgetDeputies() => cache.Remove((typeof(Deputy), tenant.Id));

    /// <summary>The institute's rules that aren't over: few, and asked for with every task.</summary>
    private async Task<IReadOnlyList<Deputy>> Deputies(CancellationToken cancel) => (await cache.GetOrCreateAsync((typeof(Deputy), tenant.Id), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = s_kept;
        var today = clock.Today();
        return await db.Deputies.AsNoTracking().Where(d => d.To >= today).ToListAsync(cancel);
    }))!;
}
