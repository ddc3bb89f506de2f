using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>A link that lets the owner of a mailbox become one person of the institute. Nothing is connected before it is accepted.</summary>
internal sealed class Invitation : Aggregate
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    /// <exception cref="RuleBroken">The person has left, has no e-mail address, or signs in already.</exception>
    public Invitation(Person person, string secret, DateTime now)
    {
        Ensure(person.ArchivedOn is null, InvitationRules.HasLeft);
        Ensure(person.AccountId is null, InvitationRules.SignsInAlready);
        Ensure(person.Email is not null, InvitationRules.NoAddress);
        (PersonId, Email, SecretHash, SentAt, ExpiresAt) = (person.Id, person.Email, Secret.HashOf(secret), now, now + Lifetime);
    }

    public Guid PersonId { get; private set; }

    /// <summary>Where it was sent; the account made with it gets this address.</summary>
    public string Email { get; private set; } = "";

    [NotAudited]
    public string SecretHash { get; private set; } = "";

    public DateTime SentAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When it was taken back, or a newer one sent.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public bool IsOpen(DateTime now) => AcceptedAt is null && WithdrawnAt is null && ExpiresAt > now;

    /// <exception cref="RuleBroken">It has expired, was used or was taken back.</exception>
    public void Accept(DateTime now)
    {
        Ensure(IsOpen(now), AccountRules.LinkUsedUp);
        AcceptedAt = now;
    }

    public void Withdraw(DateTime now) => WithdrawnAt = now;
}

internal static class InvitationRules
{
    public static readonly Rule HasLeft = new("The person has left the institute. Bring the record back first.");
    public static readonly Rule SignsInAlready = new("The person has an account already.");
    public static readonly Rule NoAddress = new("The person has no e-mail address. Enter one first.");
    public static readonly Rule SomebodyElse = new("This account belongs to another person of the institute already.");
    public static readonly Rule NotYourself = new("You can't take your own access away. Ask another administrator.");
}
