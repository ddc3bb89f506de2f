using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Notifications;

/// <summary>A piece of news for one person, kept as kind and arguments so that it reads in the language of the moment.</summary>
[NotAudited]
public sealed class Notification : Entity, IMultiTenant
{
    public Guid TenantId { get; private set; }

    public required Guid AccountId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The arguments as a JSON array.</summary>
    public required string Args { get; init; }

    public required string Url { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>How a person wants to hear of a kind of news.</summary>
public sealed class NotificationChoice : Entity
{
    public required Guid AccountId { get; init; }

    public required string Kind { get; init; }

    public bool InApp { get; set; }

    public bool ByMail { get; set; }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Kind).HasMaxLength(200);
        builder.Property(n => n.Args).HasMaxLength(2000);
        builder.Property(n => n.Url).HasMaxLength(400);
        builder.HasIndex(n => new { n.TenantId, n.AccountId, n.At });
    }
}

internal sealed class NotificationChoiceMapping : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.Property(c => c.Kind).HasMaxLength(200);
        builder.HasIndex(c => new { c.AccountId, c.Kind }).IsUnique();
    }
}
