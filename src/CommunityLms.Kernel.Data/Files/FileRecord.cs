using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Files;

/// <summary>What is known of an uploaded file; its content lies in the store under its hash.</summary>
public sealed class FileRecord : Entity, IMultiTenant
{
    internal const int MaxName = 260;

    public Guid TenantId { get; private set; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Length { get; init; }

    public required string ContentHash { get; init; }

    public required DateTime StoredAt { get; init; }
}

internal sealed class FileRecordMapping : IEntityTypeConfiguration<FileRecord>
{
    public void Configure(EntityTypeBuilder<FileRecord> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(FileRecord.MaxName);
        builder.Property(f => f.ContentType).HasMaxLength(120);
        builder.Property(f => f.ContentHash).HasMaxLength(64);
        builder.HasIndex(f => new { f.TenantId, f.ContentHash });
    }
}
