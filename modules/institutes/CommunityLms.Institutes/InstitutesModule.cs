using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;

namespace CommunityLms.Institutes;

/// <summary>Institutes: their organisation, people, accounts, grants and seals.</summary>
[DependsOn(typeof(KernelWebModule))]
public sealed class InstitutesModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services
        .AddModuleDbContext<AccountsDbContext>()
        .AddModuleDbContext<InstitutesDbContext>()
        .AddAccounts();
}
