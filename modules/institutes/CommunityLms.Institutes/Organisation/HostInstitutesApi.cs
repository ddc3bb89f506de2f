using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Institutes.Organisation;

/// <summary>The institutes of the installation.</summary>
internal sealed class HostInstitutesApi : IApiContributor
{
    public string Path => "host/institutes";

    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/", async (InstituteQueries queries, CancellationToken cancel) => TypedResults.Ok(await queries.All(cancel)))
        .WithName("ListInstitutes").WithSummary("Lists the institutes of the installation").RequirePermission(InstitutesPermissions.HostInstitutes);
}
