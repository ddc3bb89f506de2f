using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Settings;

/// <summary>A setting's text at one level.</summary>
public sealed class SettingValue : Entity
{
    public required string Name { get; init; }

    public required SettingLevels Level { get; init; }

    /// <summary>The institute or account it is set for; empty for the host.</summary>
    public required Guid OwnerId { get; init; }

    public required string Text { get; set; }
}

internal sealed class SettingValueMapping : IEntityTypeConfiguration<SettingValue>
{
    public void Configure(EntityTypeBuilder<SettingValue> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Text).HasMaxLength(4000);
        builder.HasIndex(s => new { s.OwnerId, s.Name }).IsUnique();
    }
}
