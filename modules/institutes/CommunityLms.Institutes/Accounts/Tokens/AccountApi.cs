using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Institutes.Accounts.Tokens;

/// <summary>Tells a program in whose name it works, where and with which permissions.</summary>
internal sealed class AccountApi : IApiContributor
{
    public string Path => "account";

    public void Map(IEndpointRouteBuilder api) => api.MapGet("/", Get).WithName("GetOwnAccount").WithSummary("Who is calling, where, and what they may do there").WithMetadata(new OpenToAccountsAttribute("Says only who is calling."));

    private static async Task<Ok<CallerView>> Get(OwnAccount own, AccessTokenQueries tokens, ICurrentTenant tenant, CancellationToken cancel)
    {
        var account = await own.Load(cancel);
        return TypedResults.Ok(new CallerView(account.AccountId, account.Name, tenant.Id, account.Institute, [.. (await tokens.Held(cancel)).Select(p => p.Name)]));
    }
}

/// <param name="InstituteId">Null for an account that is nobody anywhere.</param>
/// <param name="Permissions">What the caller may do somewhere in the institute, in the limits of the token.</param>
internal sealed record CallerView(Guid AccountId, string Name, Guid? InstituteId, string? Institute, IReadOnlyList<string> Permissions);
