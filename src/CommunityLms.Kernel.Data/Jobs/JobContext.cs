using CommunityLms.Kernel.Jobs;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Writes progress a few times a second at most; the last word goes with the end of the run.</summary>
internal sealed class JobContext(JobRecord run, RunningJob running, JobRecords records, TimeSpan reportEvery, TimeProvider clock) : IJobContext
{
    private long? _writtenAt;

    public Guid Id => run.Id;

    public JobProgress? Latest { get; private set; }

    public async Task Report(int done, int total, string doing, CancellationToken cancel)
    {
        running.Token.ThrowIfCancellationRequested();
        Latest = new(done, total, doing.Length <= JobRecord.MaxDoing ? doing : doing[..JobRecord.MaxDoing]);
        if (_writtenAt is { } before && clock.GetElapsedTime(before) < reportEvery)
            return;
        _writtenAt = clock.GetTimestamp();
        if (await records.Report(run, Latest, cancel))
            return;
        running.Cancel();
        running.Token.ThrowIfCancellationRequested();
    }
}
