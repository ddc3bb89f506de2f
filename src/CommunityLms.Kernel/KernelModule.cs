using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityLms.Kernel;

/// <summary>The floor under all modules: their order, their contributions, the current institute and the clock.</summary>
public sealed class KernelModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.TryAddSingleton(TimeProvider.System);
        context.Services.AddSingleton<ICurrentTenant, CurrentTenant>();
        context.Services.AddSingleton<ICurrentUser, CurrentUser>();
    }
}
