using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>Writes an invitation to a person of the current institute; an older one holds no longer.</summary>
internal sealed class InvitationPost(InstitutesDbContext db, SiteLinks links, IMailer mailer, TimeProvider clock, IStringLocalizer<InstitutesModule> texts) : IScopedDependency
{
    public const string Page = "/account/accept-invitation";

    /// <exception cref="RuleBroken">The person can't be invited.</exception>
    public async Task Send(Person person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var secret = Secret.New();
        var invitation = new Invitation(person, secret, now);
        var link = await links.To(Page, new Dictionary<string, string?> { ["token"] = secret }, cancel);
        foreach (var older in await db.Invitations.Where(i => i.PersonId == person.Id && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
            older.Withdraw(now);
        db.Add(invitation);
        await db.SaveChangesAsync(cancel);
        var institute = await db.Institutes.SingleAsync(i => i.Id == invitation.TenantId, cancel);
        await mailer.Send(new(invitation.Email, texts["{0} invites you", institute.LocalName], string.Join("\n\n",
            texts["Hello {0},", person.Name],
            texts["{0} invites you to work with CommunityLms. Open this link within {1} days:", institute.LocalName, Invitation.Lifetime.Days],
            link,
            texts["If you don't know this institute, nothing needs to be done."])), cancel);
    }
}
