using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Data;

/// <summary>
/// Works off rows that wait in a table: one loop a process. Between processes a row is claimed by moving its moment into the future, so that
/// a killed process holds nothing for longer than that.
/// </summary>
/// <param name="lookEvery">How often it looks for what it wasn't woken for.</param>
public abstract class WorkLoop(Signal signal, TimeSpan lookEvery, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DoBatch(stoppingToken) == 0)
                    await signal.Wait(lookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away; the work is safe in it.
                Log.LogError(fault, "What waits could not be read; the next look is in {Pause}", lookEvery);
                await Task.Delay(lookEvery, Clock, stoppingToken);
            }
        }
    }

    /// <returns>How much was due; 0 lets the loop sleep.</returns>
    protected abstract Task<int> DoBatch(CancellationToken cancel);
}
