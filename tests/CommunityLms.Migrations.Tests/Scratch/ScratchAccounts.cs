using CommunityLms.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Migrations.Tests.Scratch;

/// <summary>A context over ASP.NET Core Identity, with all that is hard to make neutral: counted keys and a JSON column.</summary>
[TablePrefix("scratch")]
public sealed class ScratchAccounts(DbContextOptions<ScratchAccounts> options) : IdentityUserContext<IdentityUser<Guid>, Guid>(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseLmsConventions();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.FinishLmsModel(typeof(ScratchAccounts));
    }
}
