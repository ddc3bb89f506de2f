using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Web.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Home;

/// <param name="HasExpired">The link in the mail holds no longer.</param>
internal sealed record OpenInvitation(Guid PersonId, PersonName Person, DateTime SentAt, bool HasExpired);

/// <summary>Whom one invited and who hasn't come yet, the longest waiting first.</summary>
internal sealed class OpenInvitations(InstitutesDbContext db, PersonAccess people, TimeProvider clock) : IDashboardWidget
{
    private const int Few = 5;

    public string Title => "Invited, not yet here";

    public string? Permission => InstitutesPermissions.Accounts.Invite;

    public int Order => 30;

    public string Partial => "/Areas/Institutes/Pages/Home/_OpenInvitations.cshtml";

    public async Task<object?> Load(CancellationToken cancel)
    {
        var (reached, now) = (await people.Reached(InstitutesPermissions.Accounts.Invite, cancel), clock.GetUtcNow().UtcDateTime);
        var open = await db.Invitations.Where(i => i.AcceptedAt == null && i.WithdrawnAt == null).OrderBy(i => i.SentAt)
            .Join(reached, i => i.PersonId, p => p.Id, (i, p) => new OpenInvitation(p.Id, new(p.FamilyName, p.GivenName, p.LatinName), i.SentAt, i.ExpiresAt <= now))
            .Take(Few).ToListAsync(cancel);
        return open.Count == 0 ? null : open;
    }
}
