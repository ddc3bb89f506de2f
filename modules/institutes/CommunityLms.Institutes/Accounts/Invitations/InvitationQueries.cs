using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Invitations;

internal sealed class InvitationQueries(InstitutesDbContext db, UserManager<Account> accounts, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <summary>What a link invites to; null when it holds no longer.</summary>
    public async Task<InvitationView?> Find(string secret, CancellationToken cancel)
    {
        var (hash, now) = (Secret.HashOf(secret), clock.GetUtcNow().UtcDateTime);
        // Across institutes, because whoever follows the link may be signed in nowhere or elsewhere; the secret names one row.
        var row = await (
            from invitation in db.Invitations.IgnoreQueryFilters([Filters.Tenant])
            where invitation.SecretHash == hash && invitation.AcceptedAt == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now
            join person in db.People.IgnoreQueryFilters([Filters.Tenant]) on invitation.PersonId equals person.Id
            join institute in db.Institutes on invitation.TenantId equals institute.Id
            select new { invitation.Email, person.FamilyName, person.GivenName, person.LatinName, institute.Name, InstituteLatin = institute.LatinName }).SingleOrDefaultAsync(cancel);
        if (row is null)
            return null;
        var joining = user.Actor is { } actor ? await accounts.FindByIdAsync(actor.AccountId.ToString()) : await accounts.FindByEmailAsync(row.Email);
        return new(new(row.Name, row.InstituteLatin), new(row.FamilyName, row.GivenName, row.LatinName), row.Email, joining?.Email);
    }

    /// <summary>How a person of the institute signs in; null when there is no such person.</summary>
    public async Task<ConnectionView?> ConnectionOf(Guid personId, CancellationToken cancel)
    {
        var person = await db.People.Where(p => p.Id == personId)
            .Select(p => new { p.FamilyName, p.GivenName, p.LatinName, p.Email, p.AccountId }).SingleOrDefaultAsync(cancel);
        if (person is null)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var invited = await db.Invitations.Where(i => i.PersonId == personId && i.AcceptedAt == null && i.WithdrawnAt == null)
            .Select(i => new InvitationSent(i.Email, i.SentAt, i.ExpiresAt, i.ExpiresAt <= now)).SingleOrDefaultAsync(cancel);
        var account = person.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        return new(new(person.FamilyName, person.GivenName, person.LatinName), person.Email, account?.Email, invited);
    }
}

/// <param name="JoiningAs">The address of the account that will be connected: the one signed in, else the one with the invited address; null when a new one is made.</param>
internal sealed record InvitationView(LocalName Institute, PersonName Person, string Email, string? JoiningAs);

/// <param name="SignsInAs">The address of the connected account; null when there is none.</param>
internal sealed record ConnectionView(PersonName Person, string? Email, string? SignsInAs, InvitationSent? Invited);

internal sealed record InvitationSent(string Email, DateTime SentAt, DateTime ExpiresAt, bool HasExpired);
