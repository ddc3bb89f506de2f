using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Invitations;

internal sealed class AcceptInvitationInput
{
    [Required, StringLength(100)]
    public string Token { get; set; } = "";

    /// <summary>For a new account only.</summary>
    [StringLength(AccountRules.LongestPassword, MinimumLength = AccountRules.ShortestPassword), DataType(DataType.Password), Display(Name = "Password")]
    public string? Password { get; set; }
}

/// <summary>
/// Connects a person with an account: the one that is signed in, else the one that has the invited address, else a new one. Following the
/// link shows that the mailbox is one's own; it signs nobody in to an account that has a password already.
/// </summary>
internal sealed class AcceptInvitation(InstitutesDbContext db, SignInManager<Account> signIn, OwnInstitutes institutes, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private static readonly Rule PasswordMissing = new("Enter a password for your new account.", nameof(AcceptInvitationInput.Password));

    /// <returns>Whether somebody is signed in now.</returns>
    /// <exception cref="RuleBroken">The link holds no longer, the password is too weak, or the account is another person there.</exception>
    public async Task<bool> Handle(AcceptInvitationInput input, CancellationToken cancel)
    {
        var hash = Secret.HashOf(input.Token);
        // Across institutes, because whoever follows the link may be signed in nowhere or elsewhere; the secret names one row.
        var found = await db.Invitations.IgnoreQueryFilters([Filters.Tenant]).SingleOrDefaultAsync(i => i.SecretHash == hash, cancel) ?? throw new RuleBroken(AccountRules.LinkUsedUp);
        using var _ = tenant.Change(found.TenantId);
        found.Accept(clock.GetUtcNow().UtcDateTime);
        var person = await db.People.SingleAsync(p => p.Id == found.PersonId, cancel);
        var existing = user.Actor is { } actor ? await signIn.UserManager.FindByIdAsync(actor.AccountId.ToString()) : await signIn.UserManager.FindByEmailAsync(found.Email);
        if (existing is not null && await db.People.AnyAsync(p => p.AccountId == existing.Id, cancel))
            throw new RuleBroken(InvitationRules.SomebodyElse);
        var account = existing ?? await Open(found, person, input.Password);
        person.Connect(account.Id);
        await db.SaveChangesAsync(cancel);
        account.LastInstituteId = found.TenantId;
        (await signIn.UserManager.UpdateAsync(account)).EnsureTaken();
        institutes.Forget(account.Id);
        return await Enter(account, isNew: existing is null);
    }

    private async Task<Account> Open(Invitation invitation, Person person, string? password)
    {
        var account = new Account(invitation.Email, person.Name.Written);
        (await signIn.UserManager.CreateAsync(account, password ?? throw new RuleBroken(PasswordMissing))).EnsureTaken();
        return account;
    }

    private async Task<bool> Enter(Account account, bool isNew)
    {
        if (isNew)
            await signIn.SignInAsync(account, isPersistent: false);
        else if (user.Actor is not null)
            await signIn.RefreshSignInAsync(account);
        return isNew || user.Actor is not null;
    }
}
