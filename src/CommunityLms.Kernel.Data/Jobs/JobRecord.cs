using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>A job from its queueing to its end, kept as history. What it says decides: Quartz only knows when to look at it.</summary>
[NotAudited]
public sealed class JobRecord : Entity
{
    internal const int MaxError = 2000;
    internal const int MaxDoing = 400;

    /// <summary>The institute it works for; null for the host's own work.</summary>
    public Guid? TenantId { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Who { get; init; }

    public bool IsHostAdministrator { get; init; }

    /// <summary>The permissions the access token was limited to, separated by spaces; null for a person at a browser. A job may no more than who queued it.</summary>
    public string? TokenScope { get; init; }

    public required string Title { get; init; }

    /// <summary>The job's class.</summary>
    public required string JobType { get; init; }

    /// <summary>The arguments as JSON.</summary>
    public required string Args { get; init; }

    public JobState State { get; set; }

    public int Done { get; set; }

    public int Total { get; set; }

    public string? Doing { get; set; }

    /// <summary>Why it failed, in words; the key of its translations where it is a rule's.</summary>
    public string? Error { get; set; }

    /// <summary>The arguments of the rule's message as a JSON array; null where there are none.</summary>
    public string? ErrorArgs { get; set; }

    /// <summary>The tries so far, the running one included.</summary>
    public int Attempts { get; set; }

    public bool CancelRequested { get; set; }

    public required DateTime QueuedAt { get; init; }

    /// <summary>When the next try is due, in whole milliseconds; it names the trigger.</summary>
    public required DateTime DueAt { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    internal Actor? Actor => AccountId is { } account
        ? new(account, Who, PersonId, IsHostAdministrator) { TokenScope = TokenScope?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet() }
        : null;
}

internal sealed class JobRecordMapping : IEntityTypeConfiguration<JobRecord>
{
    public void Configure(EntityTypeBuilder<JobRecord> builder)
    {
        builder.Ignore(j => j.Actor);
        builder.Property(j => j.Who).HasMaxLength(200);
        builder.Property(j => j.Title).HasMaxLength(200);
        builder.Property(j => j.JobType).HasMaxLength(300);
        builder.Property(j => j.Doing).HasMaxLength(JobRecord.MaxDoing);
        builder.Property(j => j.Error).HasMaxLength(JobRecord.MaxError);
        builder.HasIndex(j => new { j.TenantId, j.QueuedAt });
        builder.HasIndex(j => new { j.State, j.DueAt });
        builder.HasIndex(j => new { j.JobType, j.QueuedAt });
    }
}
