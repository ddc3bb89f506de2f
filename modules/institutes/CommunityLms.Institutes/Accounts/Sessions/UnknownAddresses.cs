using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>Locks an address without an account just as an account is locked, so that a lockout doesn't tell which addresses have one.</summary>
internal sealed class UnknownAddresses(IMemoryCache cache, IOptions<IdentityOptions> identity, TimeProvider clock) : ISingletonDependency
{
    /// <summary>Counts one more failed attempt.</summary>
    /// <returns>The end of the lockout; null while the address isn't locked.</returns>
    public DateTimeOffset? Fail(string address)
    {
        var lockout = identity.Value.Lockout;
        var key = (nameof(UnknownAddresses), address.ToUpperInvariant());
        var now = clock.GetUtcNow();
        var before = cache.Get<Attempts>(key) ?? new(0, now + lockout.DefaultLockoutTimeSpan);
        if (before.Count >= lockout.MaxFailedAccessAttempts)
            return before.Until;
        var after = new Attempts(before.Count + 1, now + lockout.DefaultLockoutTimeSpan);
        cache.Set(key, after, after.Until);
        return after.Count >= lockout.MaxFailedAccessAttempts ? after.Until : null;
    }

    private sealed record Attempts(int Count, DateTimeOffset Until);
}
