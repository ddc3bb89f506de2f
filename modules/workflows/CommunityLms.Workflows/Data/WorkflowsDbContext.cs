using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Data;

[TablePrefix("wf")]
internal sealed class WorkflowsDbContext(DbContextOptions<WorkflowsDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Definition> Definitions => Set<Definition>();
    public DbSet<DefinitionVersion> Versions => Set<DefinitionVersion>();
    public DbSet<DefinitionForm> Forms => Set<DefinitionForm>();
    public DbSet<VersionForm> VersionForms => Set<VersionForm>();
    public DbSet<StartPoint> StartPoints => Set<StartPoint>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<RunningKey> RunningKeys => Set<RunningKey>();
    public DbSet<CaseEntry> Entries => Set<CaseEntry>();
    public DbSet<CaseIncident> Incidents => Set<CaseIncident>();
    public DbSet<CaseCopy> Copies => Set<CaseCopy>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<MessageWait> MessageWaits => Set<MessageWait>();
    public DbSet<KeptMessage> Messages => Set<KeptMessage>();
    public DbSet<BroughtFile> BroughtFiles => Set<BroughtFile>();
    public DbSet<DueWork> DueWork => Set<DueWork>();
}
