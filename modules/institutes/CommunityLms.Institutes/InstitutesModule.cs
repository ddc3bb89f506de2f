using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Setup;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes;

/// <summary>Institutes: their organisation, people, accounts, grants and seals.</summary>
[DependsOn(typeof(KernelWebModule))]
public sealed class InstitutesModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services
        .AddModuleDbContext<AccountsDbContext>()
        .AddModuleDbContext<InstitutesDbContext>()
        .AddAccounts(context.Configuration);

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel)
    {
        if (!await context.Services.GetRequiredService<AccountsDbContext>().Users.AnyAsync(cancel))
            context.Services.GetRequiredService<FirstRunCode>().Announce();
        await context.Services.GetRequiredService<SampleSignIns>().Announce();
    }
}
