using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Workflows.Due;

internal sealed class RunawaySettings : ISettingDefinitionProvider
{
    private static readonly Kernel.Domain.Rule TooFew = new("“{0}” takes a number from 10.");
    private const int Least = 10;

    public static readonly Setting<int> StepsPerMinute = new("Workflows.StepsPerMinute", "Steps by themselves in a minute", 6000, SettingLevels.Host)
    {
        Help = "How many steps the cases of one institute may take in a minute without anybody’s doing; what is beyond waits for the next minute.",
        Check = (number => number >= Least, TooFew),
    };

    public IEnumerable<Setting> Define() => [StepsPerMinute];
}

/// <summary>
/// Keeps an institute whose drawings run in circles from taking everybody's time: a timer that fires at once again, cases that start each other.
/// The engine holds a circle within one step by itself. What counts is the journal, so that all nodes count together; between two looks each
/// adds its own.
/// </summary>
internal sealed class Runaway(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Runaway> log) : ISingletonDependency
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    /// <summary>So much of the limit may a node take before it looks at what the others took.</summary>
    private const int Share = 10;
    private readonly Dictionary<Guid, (DateTime LookedAt, int Counted, int Own, int Limit)> _counts = [];

    /// <summary>Counts one step; where there were too many within a minute, the institute's work waits for a minute.</summary>
    /// <remarks>Asked by one loop only, with the institute as the current one.</remarks>
    public async Task<bool> Holds(Guid institute, WorkflowsDbContext db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!_counts.TryGetValue(institute, out var count) || now - count.LookedAt >= s_lookAgain || now < count.LookedAt || count.Own * Share >= count.Limit)
            count = (now, await Taken(db, now, cancel), 0, await Limit(cancel));
        count.Own++;
        _counts[institute] = count;
        if (count.Counted + count.Own <= count.Limit)
            return false;
        var next = now + s_window;
        log.LogWarning("The cases of institute {Institute} took {Steps} steps in a minute by themselves; the rest waits until {Next}", institute, count.Limit, next);
        await db.DueWork.Where(w => w.DueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, next), cancel);
        return true;
    }

    /// <summary>The steps of the last minute that nobody took, on all nodes.</summary>
    private static Task<int> Taken(WorkflowsDbContext db, DateTime now, CancellationToken cancel)
    {
        var from = now - s_window;
        return db.Entries.CountAsync(e => e.At > from && e.PersonId == null && e.Number != null, cancel);
    }

    private async Task<int> Limit(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISettings>().Get(RunawaySettings.StepsPerMinute, cancel);
    }
}
