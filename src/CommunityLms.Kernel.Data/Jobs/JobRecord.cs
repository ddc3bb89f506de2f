using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>A run of a job, kept as history.</summary>
[NotAudited]
public sealed class JobRecord : Entity
{
    /// <summary>The institute it works for; null for the host's own work.</summary>
    public Guid? TenantId { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Who { get; init; }

    public required string Title { get; init; }

    /// <summary>The job's class.</summary>
    public required string JobType { get; init; }

    /// <summary>The arguments as JSON.</summary>
    public required string Args { get; init; }

    public JobState State { get; set; }

    public int Done { get; set; }

    public int Total { get; set; }

    public string? Doing { get; set; }

    /// <summary>Why it failed, in words.</summary>
    public string? Error { get; set; }

    public int Attempts { get; set; }

    public bool CancelRequested { get; set; }

    public required DateTime QueuedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

internal sealed class JobRecordMapping : IEntityTypeConfiguration<JobRecord>
{
    public void Configure(EntityTypeBuilder<JobRecord> builder)
    {
        builder.Property(j => j.Who).HasMaxLength(200);
        builder.Property(j => j.Title).HasMaxLength(200);
        builder.Property(j => j.JobType).HasMaxLength(300);
        builder.Property(j => j.Doing).HasMaxLength(400);
        builder.HasIndex(j => new { j.TenantId, j.Id });
        builder.HasIndex(j => j.State);
    }
}
