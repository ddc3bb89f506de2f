using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Notifications;

public enum MailState { Waiting, Sent, Failed }

/// <summary>A mail on its way; it may hold a link that signs somebody in, so it is neither logged nor audited.</summary>
[NotAudited]
public sealed class OutgoingMail : Entity
{
    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTime WrittenAt { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.Property(m => m.To).HasMaxLength(256);
        builder.Property(m => m.Subject).HasMaxLength(400);
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
    }
}
