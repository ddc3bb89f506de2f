using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Samples.Noticeboard.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Samples.Noticeboard.Data;

/// <summary>The module's tables. The prefix keeps them apart from every other module's.</summary>
[TablePrefix("nbd")]
internal sealed class NoticeboardDbContext(DbContextOptions<NoticeboardDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Notice> Notices => Set<Notice>();
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    private const int NameLength = 200;

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Title).HasMaxLength(Notice.TitleLength);
        builder.Property(n => n.Text).HasMaxLength(Notice.TextLength);
        builder.Property(n => n.PostedBy).HasMaxLength(NameLength);
        builder.HasIndex(n => new { n.TenantId, n.Id });
    }
}
