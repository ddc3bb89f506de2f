using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Grants;

/// <summary>Nobody gains, and nobody passes on, what they don't hold themselves. Each refusal is logged, without names.</summary>
internal sealed class EscalationGuard(IAccess access, PermissionCatalog catalog, ICurrentUser user, ILogger<EscalationGuard> log) : IScopedDependency
{
    /// <param name="unitId">Where they are to be held; null for the whole institute.</param>
    /// <exception cref="RuleBroken">The signed-in person lacks one of the permissions there; its words are the rule's {0}.</exception>
    public async Task RequireHeld(IEnumerable<string> permissions, Guid? unitId, Rule rule, CancellationToken cancel)
    {
        var missing = new List<string>();
        foreach (var permission in permissions)
            if (await access.ScopeOf(permission, cancel) is var scope && !(unitId is { } unit ? scope.Includes(unit) : scope.Everything))
                missing.Add(permission);
        if (missing.Count == 0)
            return;
        log.LogWarning("Refused: account {Account} tried to pass on {Permissions} on {Unit} without holding them", user.Actor?.AccountId, missing, unitId);
        throw new RuleBroken(rule, catalog.Words(missing));
    }

    /// <exception cref="RuleBroken">It is for the signed-in person themselves.</exception>
    public void RequireSomebodyElse(Guid personId, Rule rule)
    {
        if (user.Actor?.PersonId != personId)
            return;
        log.LogWarning("Refused: account {Account} tried to give itself more ({Rule})", user.Actor.AccountId, rule.Message);
        throw new RuleBroken(rule);
    }
}
