using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Registry.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Registry.Data;

[TablePrefix("xyz")]
internal sealed class RegistryDbContext(DbContextOptions<RegistryDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Dossier> Dossiers => Set<Dossier>();
}

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.Property(d => d.Title).HasMaxLength(Dossier.TitleLength);
        builder.HasIndex(d => new { d.TenantId, d.Id });
    }
}
