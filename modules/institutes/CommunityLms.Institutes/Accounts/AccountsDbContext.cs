using CommunityLms.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Accounts stand outside all institutes, so their context has no tenant; ASP.NET Core Identity's schema version 3 is ready for passkeys.</summary>
[TablePrefix("acc")]
internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseLmsConventions();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(a => a.DisplayName).HasMaxLength(200);
        builder.FinishLmsModel(GetType());
    }
}
