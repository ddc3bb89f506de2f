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
        api.MapGet("/roles", (RoleQueries roles, CancellationToken cancel) => roles.All(cancel)).RequirePermission(InstitutesPermissions.Grants.View).WithSummary("Lists the roles");
        api.MapGet("/roles/{id:guid}", Role).RequirePermission(InstitutesPermissions.Grants.View).WithSummary("One role with its permissions, its version as ETag");
        api.MapGet("/grants", Grants).RequirePermission(InstitutesPermissions.Grants.View).WithSummary("Lists who holds a role on a unit");
        api.MapGet("/grants/{id:guid}", Grant).RequirePermission(InstitutesPermissions.Grants.View).WithSummary("One grant, its version as ETag");
        api.MapPost("/grants", Give).RequirePermission(InstitutesPermissions.Grants.Edit).WithSummary("Gives a role to a person on a unit");
        api.MapPut("/grants/{id:guid}/end", End).RequirePermission(InstitutesPermissions.Grants.Edit).ExpectsVersion().WithSummary("Changes the last day of a grant; If-Match names the version seen");
        api.MapDelete("/grants/{id:guid}", Revoke).RequirePermission(InstitutesPermissions.Grants.Edit).ExpectsVersion().WithSummary("Takes a role back; If-Match names the version seen");
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

    private static async Task<Created<GrantView>> Give(GiveGrant.Input input, GiveGrant give, GrantQueries grants, HttpResponse response, CancellationToken cancel)
    {
        var id = await give.Handle(input, cancel);
        return TypedResults.Created($"/api/v1/institutes/grants/{id}", await Grant(id, grants, response, cancel));
    }

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
