using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Tokens;

internal sealed class AccessTokenQueries(AccountsDbContext db, Memberships memberships, IAccess access, ICurrentUser user, Translations translations, IServiceProvider services, TimeProvider clock) : IScopedDependency
{
    /// <summary>One's own tokens, the newest first; revoked ones are left out.</summary>
    public async Task<IReadOnlyList<AccessTokenRow>> Own(CancellationToken cancel)
    {
        if (user.Actor is not { } actor)
            return [];
        var now = clock.GetUtcNow().UtcDateTime;
        var institutes = (await memberships.Of(actor.AccountId, cancel)).ToDictionary(m => m.InstituteId, m => m.Institute);
        var names = Definitions().ToDictionary(d => d.Permission.Name, d => d.Text);
        var rows = await db.AccessTokens.Where(t => t.AccountId == actor.AccountId && t.RevokedAt == null).OrderByDescending(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.InstituteId, t.Scope, t.ExpiresAt, t.LastUsedAt }).ToListAsync(cancel);
        return [.. rows.Select(t => new AccessTokenRow(t.Id, t.Name, institutes.GetValueOrDefault(t.InstituteId),
            [.. t.Scope.Split(' ').Select(p => names.GetValueOrDefault(p, p))], t.ExpiresAt, t.ExpiresAt <= now, t.LastUsedAt))];
    }

    /// <summary>The permissions the signed-in person holds somewhere, with what they let people do in the reader's language.</summary>
    public async Task<IReadOnlyList<HeldPermission>> Held(CancellationToken cancel)
    {
        var held = new List<HeldPermission>();
        foreach (var (permission, text) in Definitions())
            if (await access.May(permission.Name, cancel))
                held.Add(new(permission.Name, text));
        return held;
    }

    private IEnumerable<(PermissionDefinition Permission, string Text)> Definitions() =>
        services.Contributed((IPermissionDefinitionProvider p) => p.Define().Select(d => (Permission: d, translations.For(p.GetType().Assembly)[d.DisplayName].Value)))
            .DistinctBy(d => d.Permission.Name);
}

/// <param name="Institute">Null where the account is nobody any more, so the token opens nothing.</param>
/// <param name="LastUsedAt">To the hour; null when it was never used.</param>
internal sealed record AccessTokenRow(Guid Id, string Name, LocalName? Institute, IReadOnlyList<string> Permissions, DateTime ExpiresAt, bool HasExpired, DateTime? LastUsedAt);

internal sealed record HeldPermission(string Name, string Text);
