using System.Reflection;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CommunityLms.Kernel.Web.Hosting;

/// <summary>What lets a plug-in's pages and assets be served as if they were the host's own.</summary>
internal static class PluginParts
{
    public static void Add(IServiceCollection services, ModuleCatalog catalog) => services.AddRazorPages().ConfigureApplicationPartManager(parts =>
    {
        foreach (var assembly in catalog.Enabled.Select(m => m.Assembly!).Where(a => parts.ApplicationParts.All(p => p.Name != a.GetName().Name)))
            foreach (var part in new CompiledRazorAssemblyApplicationPartFactory().GetApplicationParts(assembly).Concat(new DefaultApplicationPartFactory().GetApplicationParts(assembly)))
                parts.ApplicationParts.Add(part);
    });

    /// <summary>A plug-in's wwwroot under /_content/{assembly}; the host's own assets are in the build's manifest.</summary>
    public static IFileProvider? Assets(ModuleCatalog catalog)
    {
        var providers = catalog.Enabled.Where(m => m.IsPlugin).Select(m => (Plugin: m, Folder: Path.GetFullPath(Path.Combine(m.PluginFolder!, "wwwroot"))))
            .Where(a => Directory.Exists(a.Folder)).Select(a => (IFileProvider)new PluginAssets(a.Plugin, new PhysicalFileProvider(a.Folder))).ToList();
        return providers.Count == 0 ? null : new CompositeFileProvider(providers);
    }

    /// <summary>
    /// An address that leads nowhere is not found, which authorisation would otherwise call forbidden; and a module that was disabled after
    /// the routes were laid answers as if it weren't there.
    /// </summary>
    public static IApplicationBuilder UseEnabledModulesOnly(this IApplicationBuilder app, ModuleCatalog catalog) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { Metadata: var endpoint } && (ModuleOf(endpoint) is not { } module || catalog.IsEnabled(module)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static Assembly? ModuleOf(EndpointMetadataCollection endpoint) =>
        endpoint.GetMetadata<CompiledPageActionDescriptor>()?.HandlerTypeInfo.Assembly ?? endpoint.GetMetadata<PartOf>()?.Assembly;

    private sealed class PluginAssets(ModuleDescriptor plugin, IFileProvider inner) : IFileProvider
    {
        private readonly string _prefix = $"/_content/{plugin.Assembly!.GetName().Name}";

        public IFileInfo GetFileInfo(string subpath) =>
            plugin.State == ModuleState.Enabled && subpath.StartsWith(_prefix + "/", StringComparison.OrdinalIgnoreCase) ? inner.GetFileInfo(subpath[_prefix.Length..]) : new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
