using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What one side says about a decision while both come to it.</summary>
internal sealed class Remark : Entity, IMultiTenant
{
    public const int TextLength = 1000;

    private Remark() { }

    internal Remark(Guid contractId, DecisionKind kind, int version, Side by, string text, DateTime at)
    {
        if (text.Trim() is not { Length: > 0 and <= TextLength } written)
            throw new RuleBroken(ContractRules.RemarkFits, TextLength);
        (ContractId, Kind, Version, By, Text, At) = (contractId, kind, version, by, written, at);
    }

    public Guid TenantId { get; private set; }

    public Guid ContractId { get; private set; }

    public DecisionKind Kind { get; private set; }

    /// <summary>The version it is about; 0 where nothing had been proposed.</summary>
    public int Version { get; private set; }

    public Side By { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>One side proposed or said something, which the other one is to hear of.</summary>
internal sealed record DecisionDiscussed(Guid ContractId, Side By) : IIntegrationEvent;

internal sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.Property(r => r.Text).HasMaxLength(Remark.TextLength);
        builder.HasIndex(r => new { r.ContractId, r.At });
    }
}
