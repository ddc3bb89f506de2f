namespace CommunityLms.Kernel.Tenancy;

/// <summary>The institute on whose behalf the code runs.</summary>
public interface ICurrentTenant
{
    /// <summary>Null outside any institute; queries of institute data then return nothing.</summary>
    Guid? Id { get; }

    /// <summary>Runs what follows for another institute until disposed; for jobs and the host's own work.</summary>
    IDisposable Change(Guid? tenantId);
}

/// <summary>Who is at work: the person signed in, or the one who queued the job.</summary>
public interface ICurrentUser
{
    /// <summary>Null for the system and for visitors.</summary>
    Actor? Actor { get; }

    /// <summary>Runs what follows in this person's name until disposed.</summary>
    IDisposable Change(Actor? actor);
}

/// <summary>A person at work.</summary>
/// <param name="AccountId">The account that signed in.</param>
/// <param name="Name">How the person is called in journals.</param>
/// <param name="PersonId">The person this account is in the current institute; null where the account has no record there.</param>
/// <param name="IsHostAdministrator">Whether the account looks after the whole installation.</param>
public sealed record Actor(Guid AccountId, string Name, Guid? PersonId = null, bool IsHostAdministrator = false)
{
    /// <summary>The permissions an access token was limited to; null for a person at a browser.</summary>
    public IReadOnlySet<string>? TokenScope { get; init; }
}

internal sealed class CurrentTenant : ICurrentTenant
{
    private readonly Ambient<Guid?> _id = new();

    public Guid? Id => _id.Value;

    public IDisposable Change(Guid? tenantId) => _id.Change(tenantId);
}

internal sealed class CurrentUser : ICurrentUser
{
    private readonly Ambient<Actor?> _actor = new();

    public Actor? Actor => _actor.Value;

    public IDisposable Change(Actor? actor) => _actor.Change(actor);
}
