using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Data;

internal static class Lengths
{
    public const int Who = 200;
    public const int Hash = 64;
    public const int Reason = 40;

    /// <summary>All names of <see cref="PairingForms"/> together.</summary>
    public const int Forms = 100;
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Programme.NameLength);
        builder.Property(p => p.WorkflowKey).HasMaxLength(Programme.KeyLength);
        builder.Property(p => p.AmendmentKey).HasMaxLength(Programme.KeyLength);
        builder.Property(p => p.Forms).HasMaxLength(Lengths.Forms);
        builder.Property(p => p.Terms).HasMaxLength(Programme.TermsLength);
        builder.HasMany(p => p.Subjects).WithOne().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Stages).WithOne().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Activities).WithOne().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.TenantId, p.State, p.From });
    }
}

internal sealed class ProgrammeSubjectMapping : IEntityTypeConfiguration<ProgrammeSubject>
{
    public void Configure(EntityTypeBuilder<ProgrammeSubject> builder) => builder.HasIndex(s => new { s.ProgrammeId, s.SubjectId }).IsUnique();
}

internal sealed class ProgrammeStageMapping : IEntityTypeConfiguration<ProgrammeStage>
{
    public void Configure(EntityTypeBuilder<ProgrammeStage> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(ProgrammeStage.NameLength);
        builder.HasIndex(s => new { s.ProgrammeId, s.Number });
    }
}

internal sealed class RequiredActivityMapping : IEntityTypeConfiguration<RequiredActivity>
{
    public void Configure(EntityTypeBuilder<RequiredActivity> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(RequiredActivity.NameLength);
        builder.HasIndex(a => new { a.ProgrammeId, a.Number });
    }
}

internal sealed class ContractMapping : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.Property(c => c.WorkflowKey).HasMaxLength(Programme.KeyLength);
        builder.Property(c => c.Terms).HasMaxLength(Programme.TermsLength);
        builder.Property(c => c.MentorConclusion).HasMaxLength(Contract.ConclusionLength);
        builder.Property(c => c.TraineeConclusion).HasMaxLength(Contract.ConclusionLength);
        builder.Property(c => c.StatusReason).HasMaxLength(Lengths.Reason);
        builder.Property(c => c.ParticipationReason).HasMaxLength(ContractRules.ReasonLength);
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Contract>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(c => c.Decisions).WithOne().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Remarks).WithOne().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Confirmations).WithOne().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Stages).WithOne().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(c => c.Awaited);
        builder.HasMany(c => c.Asked).WithOne().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.TenantId, c.ProgrammeId, c.State, c.Id });
        builder.HasIndex(c => new { c.TenantId, c.ProgrammeId, c.Id });
        builder.HasIndex(c => new { c.TenantId, c.MentorId });
        builder.HasIndex(c => new { c.TenantId, c.TraineeId, c.SubjectId });
        builder.HasIndex(c => new { c.TenantId, c.TraineeSchoolId });
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Text).HasMaxLength(Decision.TextLength);
        builder.HasIndex(d => new { d.ContractId, d.Kind, d.Version }).IsUnique();
    }
}

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.Property(c => c.Hash).HasMaxLength(Lengths.Hash);
        builder.Property(c => c.Who).HasMaxLength(Lengths.Who);
        builder.Property(c => c.SealName).HasMaxLength(Lengths.Who);
        builder.Property(c => c.Withdrawn).HasMaxLength(ContractRules.ReasonLength + Lengths.Who);
        builder.Property(c => c.Refused).HasMaxLength(ContractRules.ReasonLength);
        builder.HasIndex(c => new { c.ContractId, c.At });
    }
}

internal sealed class ContractStageMapping : IEntityTypeConfiguration<ContractStage>
{
    public void Configure(EntityTypeBuilder<ContractStage> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(ProgrammeStage.NameLength);
        builder.Property(s => s.MentorReview).HasMaxLength(ContractStage.ReviewLength);
        builder.Property(s => s.TraineeReview).HasMaxLength(ContractStage.ReviewLength);
        builder.HasIndex(s => new { s.ContractId, s.Number }).IsUnique();
    }
}

internal sealed class AskedStepMapping : IEntityTypeConfiguration<AskedStep>
{
    public void Configure(EntityTypeBuilder<AskedStep> builder)
    {
        builder.HasIndex(a => new { a.ContractId, a.Step, a.Number });
        builder.HasIndex(a => new { a.TenantId, a.EndedAt, a.Step });
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Property(e => e.Activity).HasMaxLength(RequiredActivity.NameLength);
        builder.Property(e => e.Title).HasMaxLength(Evidence.TitleLength);
        builder.Property(e => e.Link).HasMaxLength(Evidence.LinkLength);
        builder.Property(e => e.VoidedFor).HasMaxLength(ContractRules.ReasonLength);
        builder.HasOne<Contract>().WithMany().HasForeignKey(e => e.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Rounds).WithOne().HasForeignKey(r => r.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Files).WithOne().HasForeignKey(f => f.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.ContractId, e.On });
    }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Topic).HasMaxLength(Contact.TextLength);
        builder.Property(c => c.Place).HasMaxLength(Contact.TextLength);
        builder.Property(c => c.FollowUp).HasMaxLength(Contact.TextLength);
        builder.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.ContractId, c.On });
        // Figures are counted from the index alone: a row carries texts.
        builder.HasIndex(c => new { c.TenantId, c.ContractId, c.Kind, c.Minutes });
    }
}

internal sealed class EvidenceRoundMapping : IEntityTypeConfiguration<EvidenceRound>
{
    public void Configure(EntityTypeBuilder<EvidenceRound> builder) => builder.Property(r => r.Comment).HasMaxLength(EvidenceRound.CommentLength);
}

internal sealed class EvidenceFileMapping : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(Lengths.Who);
        builder.Property(f => f.ContentType).HasMaxLength(120);
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Topic).HasMaxLength(Contact.TextLength);
        builder.Property(m => m.Place).HasMaxLength(Contact.TextLength);
        builder.HasOne<Contract>().WithMany().HasForeignKey(m => m.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.ContractId, m.On });
        builder.HasIndex(m => new { m.TenantId, m.On });
    }
}
