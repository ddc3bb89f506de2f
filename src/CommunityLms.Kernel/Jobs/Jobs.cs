using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Jobs;

/// <summary>Work that takes more than a second or waits for its hour. May run twice after a crash: make it idempotent.</summary>
/// <typeparam name="TArgs">What it needs; stored as JSON, so a small record.</typeparam>
public interface IJob<in TArgs> : ITransientDependency
{
    Task Run(TArgs args, IJobContext job, CancellationToken cancel);
}

/// <summary>The run of a job, seen from inside.</summary>
public interface IJobContext
{
    Guid Id { get; }

    /// <summary>Tells how far it is; people watch it live.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all; 0 where nobody knows.</param>
    /// <param name="doing">What it is doing now (English, a key of translations).</param>
    Task Report(int done, int total, string doing, CancellationToken cancel);
}

/// <summary>Starts, delays, cancels and repeats jobs.</summary>
public interface IJobs
{
    /// <summary>
    /// Queues a job for the current institute and person, now or later. Call it after the save it belongs to: it commits by itself, and
    /// inside an open transaction on SQLite it would wait for that transaction in vain.
    /// </summary>
    /// <param name="title">What people see in the list (English, a key of translations).</param>
    Task<Guid> Enqueue<TJob, TArgs>(string title, TArgs args, CancellationToken cancel, TimeSpan delay = default) where TJob : IJob<TArgs>;

    /// <summary>Asks a waiting or running job to stop; one that has ended stays as it is.</summary>
    /// <exception cref="RecordMissing">There is no such job in this institute.</exception>
    Task Cancel(Guid jobId, CancellationToken cancel);

    /// <summary>Runs a failed or cancelled job once more, in the name of whoever queued it.</summary>
    /// <exception cref="RecordMissing">There is no such job in this institute.</exception>
    /// <exception cref="RuleBroken">The job waits, runs or is done.</exception>
    Task Retry(Guid jobId, CancellationToken cancel);

    /// <summary>A job of the current institute, its texts in the reader's language; null where there is none.</summary>
    Task<JobStatus?> Find(Guid jobId, CancellationToken cancel);
}

/// <summary>Work that comes round by the clock, once in a cluster, in no institute's and nobody's name; a turn is left out while the last one still runs.</summary>
public interface IRecurringJob : IContributor
{
    /// <summary>What people see in the list (English, a key of translations).</summary>
    string Title { get; }

    /// <summary>A Quartz cron expression: seconds minutes hours day-of-month month day-of-week, in UTC.</summary>
    string Cron { get; }

    Task Run(IJobContext job, CancellationToken cancel);
}

public enum JobState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>Where a job stands.</summary>
/// <param name="Error">Why it failed, in words; null otherwise.</param>
public sealed record JobStatus(Guid Id, string Title, JobState State, int Done, int Total, string? Doing, string? Error);
