using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Data;

[TablePrefix("men")]
internal sealed class MentoringDbContext(DbContextOptions<MentoringDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Pulse> Pulses => Set<Pulse>();
    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<InspectedContract> InspectedContracts => Set<InspectedContract>();
}
