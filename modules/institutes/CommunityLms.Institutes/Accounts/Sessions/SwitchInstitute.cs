using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>Goes on working in another institute the account belongs to.</summary>
internal sealed class SwitchInstitute(SignInManager<Account> signIn, Memberships memberships, ICurrentUser user) : IScopedDependency
{
    /// <exception cref="RecordMissing">The account doesn't belong to that institute.</exception>
    public async Task Handle(Guid instituteId, CancellationToken cancel)
    {
        if (user.Actor is not { } actor
            || (await memberships.Of(actor.AccountId, cancel)).All(m => m.InstituteId != instituteId)
            || await signIn.UserManager.FindByIdAsync(actor.AccountId.ToString()) is not { } account)
            throw new RecordMissing("institute");
        account.LastInstituteId = instituteId;
        (await signIn.UserManager.UpdateAsync(account)).EnsureTaken();
        await signIn.RefreshSignInAsync(account);
    }
}
