using System.Collections.Concurrent;
using CommunityLms.Kernel.Data.Changes;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Kernel.Data.Settings;

/// <summary>Settings in the database, kept in memory for a minute; a node that isn't told of a change sees it within that minute.</summary>
internal sealed class SettingsStore(KernelDbContext db, IMemoryCache cache, SettingChanges changes, ICurrentTenant tenant, ICurrentUser user, IDataProtectionProvider protection) : ISettings, IScopedDependency
{
    private static readonly Rule NotAtThisLevel = new("“{0}” can't be set here.");
    private static readonly SettingLevels[] NearestFirst = [SettingLevels.Person, SettingLevels.Institute, SettingLevels.Host];
    private readonly IDataProtector _secrets = protection.CreateProtector("settings");

    public async Task<T> Get<T>(Setting<T> setting, CancellationToken cancel) where T : IParsable<T>, IEquatable<T>
    {
        foreach (var level in NearestFirst.Where(l => setting.Levels.HasFlag(l)))
            if (OwnerAt(level) is { } owner && (await All(owner, cancel)).TryGetValue(setting.Name, out var text))
                return setting.Read(setting.IsSecret ? _secrets.Unprotect(text) : text);
        return setting.Default;
    }

    public async Task<IReadOnlyDictionary<string, string>> SetAt(SettingLevels level, CancellationToken cancel) =>
        OwnerAt(level) is { } owner ? await All(owner, cancel) : new Dictionary<string, string>();

    public async Task Set(Setting setting, SettingLevels level, string? text, CancellationToken cancel)
    {
        if (!setting.Levels.HasFlag(level) || OwnerAt(level) is not { } owner)
            throw new RuleBroken(NotAtThisLevel, setting.DisplayName);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.OwnerId == owner && s.Name == setting.Name, cancel);
        if (text is null)
        {
            if (stored is not null)
                db.Remove(stored);
        }
        else
        {
            setting.Parse(text);
            var kept = setting.IsSecret ? _secrets.Protect(text) : text;
            if (stored is null)
                db.Add(new SettingValue { Name = setting.Name, Level = level, OwnerId = owner, Text = kept });
            else
                stored.Text = kept;
        }
        await db.SaveChangesAsync(cancel);
        changes.Note(owner);
    }

    private Guid? OwnerAt(SettingLevels level) => level switch
    {
        SettingLevels.Person => user.Actor?.AccountId,
        SettingLevels.Institute => tenant.Id,
        _ => Guid.Empty,
    };

    private Task<Dictionary<string, string>> All(Guid owner, CancellationToken cancel) => cache.GetOrCreateAsync($"settings:{owner}:{changes.Of(owner)}", entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
        return db.Settings.Where(s => s.OwnerId == owner).ToDictionaryAsync(s => s.Name, s => s.Text, cancel);
    })!;
}

/// <summary>Counts the changes of each owner's settings in this process. What was read before a change is kept under another number, so it can't be taken for what holds after it.</summary>
internal sealed class SettingChanges : ISingletonDependency
{
    private const string Topic = "Kernel.Settings";
    private readonly ConcurrentDictionary<Guid, int> _counts = new();
    private readonly INodes _nodes;
    private readonly ChangeCounts _changes;

    public SettingChanges(INodes nodes, ChangeCounts changes)
    {
        (_nodes, _changes) = (nodes, changes);
        nodes.Listen(Topic, owner => Count(Guid.Parse(owner)));
    }

    public int Of(Guid owner) => _counts.GetValueOrDefault(owner);

    public void Note(Guid owner)
    {
        Count(owner);
        _nodes.Tell(Topic, owner.ToString());
        // Whose pages show it is not known from the owner, who may be a person, an institute or the host.
        _changes.Note(institute: null);
    }

    private void Count(Guid owner) => _counts.AddOrUpdate(owner, 1, (_, before) => before + 1);
}
