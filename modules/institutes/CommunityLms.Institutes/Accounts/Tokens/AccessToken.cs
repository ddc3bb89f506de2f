using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Accounts.Tokens;

/// <summary>Lets a program act for an account in one institute, with some of its permissions, for a time.</summary>
internal sealed class AccessToken : Entity
{
    private AccessToken()
    {
    }

    /// <exception cref="RuleBroken">It would allow nothing, or hold for too long.</exception>
    public AccessToken(Guid accountId, Guid instituteId, AccessTokenTerms terms, string secret, DateTime now)
    {
        if (terms.Permissions.Count == 0)
            throw new RuleBroken(AccessTokenRules.AllowsNothing);
        if (terms.Days is < 1 or > AccessTokenRules.LongestDays)
            throw new RuleBroken(AccessTokenRules.TooLong, AccessTokenRules.LongestDays);
        (AccountId, InstituteId, Name, SecretHash) = (accountId, instituteId, terms.Name.Trim(), Secret.HashOf(secret));
        (Scope, CreatedAt, ExpiresAt) = (string.Join(' ', terms.Permissions), now, now.AddDays(terms.Days));
    }

    public Guid AccountId { get; private set; }

    public Guid InstituteId { get; private set; }

    /// <summary>What it is for, in its owner's words.</summary>
    public string Name { get; private set; } = "";

    [NotAudited]
    public string SecretHash { get; private set; } = "";

    /// <summary>The permissions it is limited to, parted by spaces; never empty.</summary>
    public string Scope { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>To the hour: a busy program would otherwise write with every call.</summary>
    [NotAudited]
    public DateTime? LastUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <param name="Days">How long it holds.</param>
internal sealed record AccessTokenTerms(string Name, IReadOnlyCollection<string> Permissions, int Days);

internal static class AccessTokenRules
{
    public const int LongestDays = 365;

    public static readonly Rule AllowsNothing = new("Choose what the program may do.", "Permissions");
    public static readonly Rule NotYours = new("You can only pass on permissions that you hold yourself.", "Permissions");
    public static readonly Rule TooLong = new("A token holds for {0} days at the most.", "Days");
}
