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
        Help = "How many steps the cases of one institute may take in a minute without anybody’s doing, on each node; what is beyond waits for the next minute.",
        Check = (number => number >= Least, TooFew),
    };

    public IEnumerable<Setting> Define() => [StepsPerMinute];
}

/// <summary>
/// Keeps an institute whose drawings run in circles from taking everybody's time: a timer that fires at once again, cases that start each other.
/// The engine holds a circle within one step by itself. Counted by each node on its own.
/// </summary>
internal sealed class Runaway(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Runaway> log) : ISingletonDependency
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private readonly Dictionary<Guid, (DateTime Began, int Steps, int Limit)> _windows = [];

    /// <summary>Counts one step; where there were too many, the institute's work waits for the next minute.</summary>
    /// <remarks>Asked by one loop only.</remarks>
    public async Task<bool> Holds(Guid institute, WorkflowsDbContext db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!_windows.TryGetValue(institute, out var window) || now - window.Began >= s_window || now < window.Began)
            window = (now, 0, await Limit(cancel));
        window.Steps++;
        _windows[institute] = window;
        if (window.Steps <= window.Limit)
            return false;
        var next = window.Began + s_window;
        if (window.Steps == window.Limit + 1)
            log.LogWarning("The cases of institute {Institute} took {Steps} steps in a minute by themselves; the rest waits until {Next}", institute, window.Limit, next);
        await db.DueWork.Where(w => w.DueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, next), cancel);
        return true;
    }

    private async Task<int> Limit(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISettings>().Get(RunawaySettings.StepsPerMinute, cancel);
    }
}
