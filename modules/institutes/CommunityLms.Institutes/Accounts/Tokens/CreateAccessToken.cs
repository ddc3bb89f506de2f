using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Institutes.Accounts.Tokens;

internal sealed class CreateAccessTokenInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "What it is for")]
    public string Name { get; set; } = "";

    [Display(Name = "How long it holds")]
    public int Days { get; set; } = 90;

    [Display(Name = "What the program may do")]
    public List<string> Permissions { get; set; } = [];
}

/// <summary>Makes a token for the current institute.</summary>
internal sealed class CreateAccessToken(AccountsDbContext db, IAccess access, ICurrentUser user, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <returns>The token itself, which is stored nowhere.</returns>
    /// <exception cref="RuleBroken">It would allow nothing, more than its owner may, or hold for too long.</exception>
    public async Task<string> Handle(CreateAccessTokenInput input, CancellationToken cancel)
    {
        if (user.Actor is not { } actor || tenant.Id is not { } institute)
            throw new RecordMissing("institute");
        foreach (var permission in input.Permissions)
            if (!await access.May(permission, cancel))
                throw new RuleBroken(AccessTokenRules.NotYours);
        var secret = AccessTokenHandler.Prefix + Secret.New();
        db.Add(new AccessToken(actor.AccountId, institute, new(input.Name, [.. input.Permissions.Distinct()], input.Days), secret, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
