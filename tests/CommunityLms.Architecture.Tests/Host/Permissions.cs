using System.Reflection;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>Every page and endpoint says who may open it, in one of three ways, and names permissions that exist.</summary>
[Collection(OnTheRunningHost.Name)]
public sealed class Permissions(RunningHost host)
{
    /// <summary>ASP.NET Core's own, for assets that changed since the build; it is there in development and in tests only.</summary>
    private const string AssetsChangedSinceTheBuild = "Fallback {**path:file}";

    [Fact]
    public async Task Endpoint_WhenMapped_SaysWhoMayOpenIt() =>
        (await Endpoints()).Where(e => Ways(e) == 0).Select(e => $"{Said(e)} bears none of RequiresPermission, OpenToAccounts, OpenToVisitors").ShouldBeEmpty();

    [Fact]
    public async Task Endpoint_WhenMapped_SaysItInOneWay() =>
        (await Endpoints()).Where(e => Ways(e) > 1).Select(e => $"{Said(e)} says who may open it in several ways").ShouldBeEmpty();

    [Fact]
    public async Task Endpoint_WhenItNamesAPermission_NamesADefinedOne()
    {
        var defined = Defined();

        (from endpoint in await Endpoints()
         from attribute in endpoint.Metadata.GetOrderedMetadata<RequiresPermissionAttribute>()
         where !defined.Contains(attribute.Permission)
         select $"{Said(endpoint)}: {attribute.Permission}").ShouldBeEmpty();
    }

    [Fact]
    public void PermissionName_WhenDeclared_IsDefined()
    {
        var declared = from project in Repository.Product
                       from type in project.Load().GetTypes()
                       where type.FullName!.Split('.')[^1].Split('+')[0].EndsWith("Permissions", StringComparison.Ordinal)
                       from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
                       where field.IsLiteral
                       select (string)field.GetRawConstantValue()!;

        declared.ShouldBe(Defined(), ignoreOrder: true);
    }

    [Fact]
    public async Task Handler_WhenItBearsAPermission_WouldBeOpenAllTheSame()
    {
        // Razor Pages reads authorisation from the page only; on a handler it looks like a lock and is none.
        (from page in (await Endpoints()).Select(e => e.Metadata.GetMetadata<CompiledPageActionDescriptor>()).OfType<CompiledPageActionDescriptor>()
         from handler in page.HandlerMethods
         where handler.MethodInfo.IsDefined(typeof(AuthorizeAttribute), inherit: true) || handler.MethodInfo.IsDefined(typeof(OpenToVisitorsAttribute), inherit: true)
         select $"{page.RelativePath}: {handler.MethodInfo.Name}").ShouldBeEmpty();
    }

    private HashSet<string> Defined()
    {
        using var scope = host.Services.CreateScope();
        return [.. scope.ServiceProvider.Contributed((IPermissionDefinitionProvider p) => p.Define()).Select(p => p.Name)];
    }

    /// <summary>All but static assets, whose endpoints hold nothing of anybody's; a page's metadata is read once it is loaded.</summary>
    private async Task<IReadOnlyList<Endpoint>> Endpoints()
    {
        var pages = host.Services.GetRequiredService<PageLoader>();
        var all = new List<Endpoint>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.DisplayName != AssetsChangedSinceTheBuild))
            all.Add(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? Loaded(await pages.LoadAsync(page, endpoint.Metadata)) : endpoint);
        all.ShouldNotBeEmpty();
        return all;
    }

    private static Endpoint Loaded(CompiledPageActionDescriptor page) =>
        new(requestDelegate: null, new EndpointMetadataCollection([.. page.EndpointMetadata, page]), page.RelativePath);

    private static int Ways(Endpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>() is null ? 0 : 1)
        + (endpoint.Metadata.GetMetadata<OpenToAccountsAttribute>() is null ? 0 : 1)
        + (endpoint.Metadata.GetMetadata<OpenToVisitorsAttribute>() is null ? 0 : 1);

    private static string Said(Endpoint endpoint) => endpoint.DisplayName ?? "An endpoint";
}
