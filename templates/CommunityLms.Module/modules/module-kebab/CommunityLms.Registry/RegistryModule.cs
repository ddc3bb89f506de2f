using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;
using CommunityLms.Registry.Data;

namespace CommunityLms.Registry;

/// <summary>Keeps the institute's dossiers.</summary>
[DependsOn(typeof(KernelWebModule))]
public sealed class RegistryModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddModuleDbContext<RegistryDbContext>();
}
