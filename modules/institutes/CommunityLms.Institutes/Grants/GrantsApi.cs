using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Institutes.Grants;

/// <summary>Grants and roles under /api/v1/institutes: the same use cases as the pages.</summary>
internal sealed class GrantsApi : IApiContributor
{
    public string Path => "institutes";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/roles", (RoleQueries roles, CancellationToken cancel) => roles.All(cancel)).RequirePermission(InstitutesPermissions.Grants.View);
        api.MapGet("/roles/{id:guid}", Role).RequirePermission(InstitutesPermissions.Grants.View);
        api.MapGet("/grants", Grants).RequirePermission(InstitutesPermissions.Grants.View);
        api.MapGet("/grants/{id:guid}", Grant).RequirePermission(InstitutesPermissions.Grants.View);
        api.MapPost("/grants", Give).RequirePermission(InstitutesPermissions.Grants.Edit);
        api.MapPut("/grants/{id:guid}/end", End).RequirePermission(InstitutesPermissions.Grants.Edit);
        api.MapDelete("/grants/{id:guid}", Revoke).RequirePermission(InstitutesPermissions.Grants.Edit);
    }

    /// <param name="To">The last day; null for no end.</param>
    internal sealed record NewEnd(DateOnly? To);

    private static async Task<RoleView> Role(Guid id, RoleQueries roles, HttpResponse response, CancellationToken cancel)
    {
        var role = await roles.Find(id, cancel);
        response.SetVersion(role.Stamp);
        return role;
    }

    private static Task<Page<GrantView>> Grants(Guid unitId, GrantQueries grants, CancellationToken cancel, string? permission = null, bool below = false, bool over = false, string? after = null, int size = 25) =>
        grants.List(new(unitId, permission, below, over), new(after, size), cancel);

    private static async Task<GrantView> Grant(Guid id, GrantQueries grants, HttpResponse response, CancellationToken cancel)
    {
        var grant = await grants.Find(id, cancel);
        response.SetVersion(grant.Stamp);
        return grant;
    }

    private static async Task<Created> Give(GiveGrant.Input input, GiveGrant give, CancellationToken cancel) =>
        TypedResults.Created($"/api/v1/institutes/grants/{await give.Handle(input, cancel)}");

    private static async Task<NoContent> End(Guid id, NewEnd input, EndGrant end, HttpRequest request, CancellationToken cancel)
    {
        await end.Handle(new(id, input.To, request.ExpectedVersion()), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Revoke(Guid id, RevokeGrant revoke, HttpRequest request, CancellationToken cancel)
    {
        await revoke.Handle(new(id, request.ExpectedVersion()), cancel);
        return TypedResults.NoContent();
    }
}
