using System.Reflection;
using AutoMapper;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>AutoMapper with the profiles of all modules, for what leaves a module through the API (docs/adr/0006).</summary>
internal static class Mapping
{
    public static void Add(IServiceCollection services, ModuleCatalog catalog, IConfiguration configuration)
    {
        Assembly[] assemblies = [.. catalog.Enabled.Select(m => m.Assembly!).Distinct()];
        services.AddAutoMapper(mapping => mapping.LicenseKey = configuration["AutoMapper:LicenseKey"], assemblies);
    }
}
