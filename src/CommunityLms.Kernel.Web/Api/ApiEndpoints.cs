using System.Reflection;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>What is the same for every API endpoint.</summary>
public static class ApiEndpoints
{
    internal const string RateLimit = "api";

    /// <summary>Who may call the endpoint.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new RequiresPermissionAttribute(permission));

    /// <summary>The endpoint changes a record that somebody else may change too; its handler takes <see cref="ExpectedVersion"/>.</summary>
    public static TBuilder ExpectsVersion<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new VersionExpected());

    /// <summary>The version the caller has seen, from If-Match (RFC 9110, 13.1.1).</summary>
    /// <exception cref="ChangedMeanwhile">The header is missing or no version of ours.</exception>
    public static Guid ExpectedVersion(this HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [var tag] && Guid.TryParse(tag.Tag.ToString().Trim('"'), out var stamp) ? stamp : throw new ChangedMeanwhile("The record");

    /// <summary>Sends the version along (RFC 9110, 8.8.3).</summary>
    public static void SetVersion(this HttpResponse response, Guid stamp) => response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{stamp:N}\"");

    internal static void MapApi(this IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup(ApiRequestsRoot).RequireRateLimiting(RateLimit).AddEndpointFilter(GuardCookies).AddEndpointFilter(RequestBodies.Check);
        app.ServiceProvider.ForEachContributor((IApiContributor contributor) =>
            contributor.Map(v1.MapGroup(contributor.Path).WithTags(contributor.Path).WithMetadata(new PartOf(contributor.GetType().Assembly))));
    }

    private const string ApiRequestsRoot = "/api/v1";

    /// <summary>A browser's cookie alone changes nothing: such a call must bear the antiforgery token, a call with an access token need not.</summary>
    private static async ValueTask<object?> GuardCookies(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!safe && !http.Request.Headers.ContainsKey(HeaderNames.Authorization))
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        return await next(context);
    }
}

/// <summary>The endpoint needs If-Match and answers 412 where somebody else was first.</summary>
internal sealed record VersionExpected;

/// <summary>The module an endpoint is part of.</summary>
internal sealed record PartOf(Assembly Assembly);
