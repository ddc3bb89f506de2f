using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Data;

[TablePrefix("men")]
internal sealed class MentoringDbContext(DbContextOptions<MentoringDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
}
