using System.Text.Json;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Workflows.Data;

internal static class Lengths
{
    public const int NodeId = 200;
    public const int Who = 200;
    public const int Role = 120;
    public const int Text = 2000;
}

internal sealed class DefinitionMapping : IEntityTypeConfiguration<Definition>
{
    public void Configure(EntityTypeBuilder<Definition> builder)
    {
        builder.Property(d => d.Key).HasMaxLength(Definition.KeyLength);
        builder.Property(d => d.Name).HasMaxLength(Definition.NameLength);
        builder.Property(d => d.RequestedBy).HasMaxLength(Lengths.Text);
        builder.HasIndex(d => new { d.TenantId, d.Key }).IsUnique();
    }
}

internal sealed class DefinitionVersionMapping : IEntityTypeConfiguration<DefinitionVersion>
{
    public void Configure(EntityTypeBuilder<DefinitionVersion> builder)
    {
        builder.Property(v => v.Note).HasMaxLength(DefinitionVersion.NoteLength);
        builder.Property(v => v.PublishedBy).HasMaxLength(Lengths.Who);
        builder.HasOne<Definition>().WithMany().HasForeignKey(v => v.DefinitionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.DefinitionId, v.Number }).IsUnique();
    }
}

internal sealed class DefinitionFormMapping : IEntityTypeConfiguration<DefinitionForm>
{
    public void Configure(EntityTypeBuilder<DefinitionForm> builder)
    {
        builder.Property(f => f.Key).HasMaxLength(DefinitionForm.KeyLength);
        builder.Property(f => f.Name).HasMaxLength(DefinitionForm.NameLength);
        builder.HasOne<Definition>().WithMany().HasForeignKey(f => f.DefinitionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.DefinitionId, f.Key }).IsUnique();
    }
}

internal sealed class VersionFormMapping : IEntityTypeConfiguration<VersionForm>
{
    public void Configure(EntityTypeBuilder<VersionForm> builder)
    {
        builder.Property(f => f.Key).HasMaxLength(DefinitionForm.KeyLength);
        builder.Property(f => f.Name).HasMaxLength(DefinitionForm.NameLength);
        builder.HasOne<DefinitionVersion>().WithMany().HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.VersionId, f.Key }).IsUnique();
    }
}

internal sealed class StartPointMapping : IEntityTypeConfiguration<StartPoint>
{
    public void Configure(EntityTypeBuilder<StartPoint> builder)
    {
        builder.Property(s => s.NodeId).HasMaxLength(Lengths.NodeId);
        builder.Property(s => s.Message).HasMaxLength(MessageWait.NameLength);
        builder.Property(s => s.Failure).HasMaxLength(Lengths.Text);
        builder.HasOne<Definition>().WithMany().HasForeignKey(s => s.DefinitionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.TenantId, s.Message });
    }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(c => c.DefinitionKey).HasMaxLength(Definition.KeyLength);
        builder.Property(c => c.Title).HasMaxLength(Case.TitleLength);
        builder.Property(c => c.BusinessKey).HasMaxLength(Case.KeyLength);
        builder.Property(c => c.StartedBy).HasMaxLength(Lengths.Who);
        builder.HasOne<DefinitionVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(c => new { c.TenantId, c.Outcome, c.Id });
        builder.HasIndex(c => new { c.TenantId, c.StarterId, c.Id });
        builder.HasIndex(c => new { c.TenantId, c.StartedAt, c.Id });
        builder.HasIndex(c => new { c.DefinitionId, c.Outcome });
        builder.HasIndex(c => new { c.ParentId, c.ParentInstance });
    }
}

internal sealed class RunningKeyMapping : IEntityTypeConfiguration<RunningKey>
{
    public void Configure(EntityTypeBuilder<RunningKey> builder)
    {
        builder.Property(k => k.Key).HasMaxLength(Case.KeyLength);
        builder.HasOne<Definition>().WithMany().HasForeignKey(k => k.DefinitionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(k => new { k.DefinitionId, k.Key }).IsUnique();
    }
}

internal sealed class CaseEntryMapping : IEntityTypeConfiguration<CaseEntry>
{
    public void Configure(EntityTypeBuilder<CaseEntry> builder)
    {
        builder.Property(e => e.Who).HasMaxLength(Lengths.Who);
        builder.Property(e => e.NodeId).HasMaxLength(Lengths.NodeId);
        builder.Property(e => e.Text).HasMaxLength(Lengths.Text);
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.CaseId, e.Id });
        builder.HasIndex(e => new { e.TenantId, e.At });
    }
}

internal sealed class CaseIncidentMapping : IEntityTypeConfiguration<CaseIncident>
{
    public void Configure(EntityTypeBuilder<CaseIncident> builder)
    {
        builder.Property(i => i.NodeId).HasMaxLength(Lengths.NodeId);
        builder.Property(i => i.Text).HasMaxLength(Lengths.Text);
        // By hand: PostgreSQL would take an array of its own kind, and one migration set serves all.
        builder.Property(i => i.Arguments).HasConversion(
            arguments => JsonSerializer.Serialize(arguments, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<string[]>(stored, JsonSerializerOptions.Default)!,
            new ValueComparer<string[]>((one, other) => one!.SequenceEqual(other!), arguments => arguments.Length, arguments => arguments));
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.TenantId, i.ResolvedAt, i.UnitId });
    }
}

internal sealed class CaseCopyMapping : IEntityTypeConfiguration<CaseCopy>
{
    public void Configure(EntityTypeBuilder<CaseCopy> builder)
    {
        builder.Property(c => c.SentBy).HasMaxLength(Lengths.Who);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.TenantId, c.PersonId, c.Id });
    }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.Property(w => w.Name).HasMaxLength(WorkItem.NameLength);
        builder.Property(w => w.NodeId).HasMaxLength(Lengths.NodeId);
        builder.Property(w => w.Role).HasMaxLength(Lengths.Role);
        builder.Property(w => w.Recipient).HasMaxLength(Recipients.Length);
        builder.HasOne<Case>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => new { w.CaseId, w.Instance });
        builder.HasIndex(w => new { w.TenantId, w.State, w.Recipient, w.SortDue, w.Id });
        builder.HasIndex(w => new { w.TenantId, w.DoneById, w.Id });
    }
}

internal sealed class DeputyMapping : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.HasIndex(d => new { d.TenantId, d.DeputyId });
        builder.HasIndex(d => new { d.TenantId, d.PersonId });
    }
}

internal sealed class MessageWaitMapping : IEntityTypeConfiguration<MessageWait>
{
    public void Configure(EntityTypeBuilder<MessageWait> builder)
    {
        builder.Property(w => w.Name).HasMaxLength(MessageWait.NameLength);
        builder.Property(w => w.Key).HasMaxLength(MessageWait.NameLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => new { w.TenantId, w.Name, w.Key });
    }
}

internal sealed class KeptMessageMapping : IEntityTypeConfiguration<KeptMessage>
{
    public void Configure(EntityTypeBuilder<KeptMessage> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(MessageWait.NameLength);
        builder.Property(m => m.Key).HasMaxLength(MessageWait.NameLength);
        builder.HasIndex(m => new { m.TenantId, m.Name, m.Key });
        builder.HasIndex(m => m.SentAt);
    }
}

internal sealed class BroughtFileMapping : IEntityTypeConfiguration<BroughtFile>
{
    public void Configure(EntityTypeBuilder<BroughtFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(260);
        builder.Property(f => f.ContentType).HasMaxLength(Lengths.Who);
        builder.HasIndex(f => f.FileId).IsUnique();
        builder.HasIndex(f => f.BroughtAt);
    }
}

internal sealed class DueWorkMapping : IEntityTypeConfiguration<DueWork>
{
    public void Configure(EntityTypeBuilder<DueWork> builder)
    {
        builder.Property(w => w.Error).HasMaxLength(Lengths.Text);
        // A case that begins to wait calls a message up while that one is just being put off: whoever saves second looks again.
        builder.Property(w => w.DueAt).IsConcurrencyToken();
        builder.HasIndex(w => w.DueAt);
        builder.HasIndex(w => new { w.OwnerId, w.Kind, w.Number });
    }
}
