using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Mailing;

public enum MailState { Waiting, Sent, Failed }

/// <summary>A mail on its way; it may hold a link that signs somebody in, so it is neither logged nor audited.</summary>
[NotAudited]
public sealed class OutgoingMail : Entity
{
    internal const int MaxSubject = 400;
    internal const int MaxError = 1000;

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTime WrittenAt { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next; moved ahead by whoever tries it now.</summary>
    public DateTime NextAttemptAt { get; set; }

    /// <summary>What the last try failed with, in words; it may name the address, so it is shown to host administrators only.</summary>
    public string? Error { get; set; }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.Property(m => m.To).HasMaxLength(256);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.MaxSubject);
        builder.Property(m => m.Error).HasMaxLength(OutgoingMail.MaxError);
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
    }
}
