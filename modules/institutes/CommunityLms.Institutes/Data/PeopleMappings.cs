using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Institutes.Data;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.StaffNumber).HasMaxLength(Lengths.Code);
        builder.Property(p => p.FamilyName).HasMaxLength(Lengths.Code);
        builder.Property(p => p.GivenName).HasMaxLength(Lengths.Code);
        builder.Property(p => p.LatinName).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Email).HasMaxLength(Lengths.Email);
        builder.Property(p => p.Phone).HasMaxLength(Lengths.Code);
        builder.Property(p => p.SortName).HasMaxLength(Lengths.Name);
        builder.Property(p => p.SearchText).HasMaxLength(800);
        builder.Ignore(p => p.Name);
        builder.HasMany(p => p.Employments).WithOne().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Appraisals).WithOne().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.TutorAppointments).WithOne().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.TenantId, p.StaffNumber }).IsUnique();
        builder.HasIndex(p => new { p.TenantId, p.SortName, p.Id });
        builder.HasIndex(p => p.AccountId);
    }
}

internal sealed class EmploymentMapping : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> builder)
    {
        builder.Property(e => e.Title).HasMaxLength(Lengths.Name);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Subject>().WithMany().HasForeignKey(e => e.SubjectId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(e => new { e.TenantId, e.UnitId, e.To });
    }
}

internal sealed class AppraisalMapping : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.HasOne<Subject>().WithMany().HasForeignKey(a => a.SubjectId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(a => new { a.TenantId, a.Level, a.Category });
    }
}

internal sealed class TutorAppointmentMapping : IEntityTypeConfiguration<TutorAppointment>
{
    public void Configure(EntityTypeBuilder<TutorAppointment> builder)
    {
        builder.Property(a => a.GroupName).HasMaxLength(Lengths.Name);
        builder.HasOne<Subject>().WithMany().HasForeignKey(a => a.SubjectId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(a => new { a.TenantId, a.SubjectId, a.Position });
    }
}
