using CommunityLms.Institutes.Accounts.Tokens;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Accounts stand outside all institutes, so their context has no tenant; ASP.NET Core Identity's schema version 3 is ready for passkeys.</summary>
[TablePrefix("acc")]
internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    private const int HashLength = 64;

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseLmsConventions();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(a => a.DisplayName).HasMaxLength(Lengths.Name);
        builder.Entity<AccessToken>(token =>
        {
            token.Property(t => t.Name).HasMaxLength(Lengths.Name);
            token.Property(t => t.SecretHash).HasMaxLength(HashLength);
            token.HasIndex(t => t.SecretHash).IsUnique();
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.FinishLmsModel(GetType());
    }
}
