using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.DataProtection;
using CommunityLms.Kernel.Data.Documents;
using CommunityLms.Kernel.Data.Files;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Settings;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data;

/// <summary>The kernel's own tables.</summary>
[TablePrefix("core")]
public sealed class KernelDbContext(DbContextOptions<KernelDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<JobRecord> Jobs => Set<JobRecord>();
    public DbSet<FileRecord> Files => Set<FileRecord>();
    public DbSet<DocumentRecord> Documents => Set<DocumentRecord>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<SettingValue> Settings => Set<SettingValue>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
}
