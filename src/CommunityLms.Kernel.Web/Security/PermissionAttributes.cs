using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Web.Security;

/// <summary>
/// Who may open a page or call an endpoint: those who hold the permission on some unit. What they may touch there is decided by the use case,
/// which knows the unit. A page or endpoint that declares nothing is refused to everyone, and a test names it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresPermissionAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Open to everyone who is signed in, because it shows only what is theirs.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAccountsAttribute(string because) : AuthorizeAttribute
{
    public string Because { get; } = because;
}

/// <summary>Open to visitors who aren't signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToVisitorsAttribute(string because) : AllowAnonymousAttribute
{
    public string Because { get; } = because;
}

internal sealed class PermissionHandler(IAccess access, ICurrentUser user, ILogger<PermissionHandler> log) : AuthorizationHandler<RequiresPermissionAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresPermissionAttribute requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return;
        var http = context.Resource as HttpContext;
        if (await access.May(requirement.Permission, http?.RequestAborted ?? CancellationToken.None))
            context.Succeed(requirement);
        else
            log.LogWarning("Refused: {Permission} at {Path} for account {Account}", requirement.Permission, http?.Request.Path, user.Actor?.AccountId);
    }
}
