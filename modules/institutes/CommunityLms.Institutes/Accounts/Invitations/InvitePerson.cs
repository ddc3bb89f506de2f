using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>Invites a person to sign in, or once more when the first mail was lost or is too old.</summary>
internal sealed class InvitePerson(ConnectionAuthority authority, InvitationPost post) : IScopedDependency
{
    /// <exception cref="RuleBroken">The person has left, has no e-mail address, or signs in already.</exception>
    public async Task Handle(Guid personId, CancellationToken cancel) => await post.Send(await authority.Require(personId, cancel), cancel);
}
