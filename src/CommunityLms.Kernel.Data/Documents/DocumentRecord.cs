using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Documents;

/// <summary>A paper that was given a number.</summary>
public sealed class DocumentRecord : Entity, IMultiTenant
{
    public Guid TenantId { get; private set; }

    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Hash { get; init; }

    public required string Title { get; init; }

    /// <summary>Labels and values as a JSON array.</summary>
    public required string Facts { get; init; }

    public required DateTime IssuedAt { get; init; }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRecord>
{
    public void Configure(EntityTypeBuilder<DocumentRecord> builder)
    {
        builder.Property(d => d.Code).HasMaxLength(IssuedDocuments.CodeLength);
        builder.Property(d => d.Kind).HasMaxLength(80);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.Title).HasMaxLength(400);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => new { d.TenantId, d.Kind, d.SubjectId, d.Hash }).IsUnique();
    }
}
