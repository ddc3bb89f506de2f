using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Paging;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>The jobs as the administration page shows them, in the reader's language.</summary>
public interface IJobQueries
{
    /// <summary>Jobs of the current institute, for host administrators of all.</summary>
    Task<Page<JobRow>> List(JobFilter filter, PageRequest page, CancellationToken cancel);

    /// <exception cref="RecordMissing">There is no such job among those the reader may see.</exception>
    Task<JobRow> Find(Guid jobId, CancellationToken cancel);

    /// <summary>The recurring jobs, soonest first. They work for the whole host, so only host administrators are shown any.</summary>
    Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken cancel);
}

/// <summary>Which jobs are asked for, and in which order.</summary>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Search">Words of the title, as the reader sees it, or of the name of whoever asked for it.</param>
/// <param name="ByWho">In the order of those names; otherwise of the moments at which they were asked for.</param>
public sealed record JobFilter(JobState? State = null, string? Search = null, bool ByWho = false, bool Descending = true);

/// <summary>A job in the list.</summary>
/// <param name="TenantId">The institute it works for; null for the host's own work.</param>
/// <param name="DueAt">When its next try is due, or the last one was; UTC as all moments.</param>
/// <param name="Error">Why it failed, or why it is tried again.</param>
public sealed record JobRow(
    Guid Id, Guid? TenantId, string Title, string Who, JobState State, int Done, int Total, string? Doing, string? Error, int Attempts,
    DateTime QueuedAt, DateTime DueAt, DateTime? StartedAt, DateTime? FinishedAt);

/// <summary>A recurring job.</summary>
/// <param name="Cron">Its hours, as a Quartz cron expression in UTC.</param>
/// <param name="NextTurn">Null where the clock doesn't know it yet.</param>
/// <param name="LastTurn">Its last run; null where there was none.</param>
public sealed record ScheduledJob(string Title, string Cron, DateTime? NextTurn, JobRow? LastTurn);
