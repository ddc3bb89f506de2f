using CommunityLms.Institutes.Accounts.Invitations;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Seals;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityLms.Institutes.Data;

[TablePrefix("ins")]
internal sealed class InstitutesDbContext(DbContextOptions<InstitutesDbContext> options, ICurrentTenant tenant, InstitutesCache? cache = null) : LmsDbContext(options, tenant)
{
    /// <summary>All institutes of the installation: the one table without a tenant filter, because its rows are the tenants.</summary>
    public DbSet<Institute> Institutes => Set<Institute>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitChange> UnitChanges => Set<UnitChange>();
    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Employment> Employments => Set<Employment>();
    public DbSet<Appraisal> Appraisals => Set<Appraisal>();
    public DbSet<TutorAppointment> TutorAppointments => Set<TutorAppointment>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Seal> Seals => Set<Seal>();
    public DbSet<SealKeeper> SealKeepers => Set<SealKeeper>();
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var cached = ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && IsCached(e));
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (cached && CurrentTenantId is { } institute)
            cache?.Forget(institute);
        return saved;
    }

    /// <summary>Of a person only what decides about access is kept in memory.</summary>
    private static bool IsCached(EntityEntry entry) => entry.Entity is Unit or Subject or Grant or Role or RolePermission
        || (entry.Entity is Person && (entry.Property(nameof(Person.AccountId)).IsModified || entry.Property(nameof(Person.ArchivedOn)).IsModified));
}
