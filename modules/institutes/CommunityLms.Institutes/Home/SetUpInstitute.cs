using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Home;

/// <summary>A step of setting an institute up.</summary>
/// <param name="Title">What to do (English, the key of its translations).</param>
/// <param name="Url">Where it is done.</param>
/// <param name="Done">Whether what it brings about is there.</param>
internal sealed record SetUpStep(string Title, string Url, bool Done);

/// <summary>What an administrator has still to do until the institute can work; what is missing stands first, and a step is done when the data say so, and with the last the card goes.</summary>
internal sealed class SetUpInstitute(InstitutesDbContext db, IAccess access, ISettings settings, ICurrentUser user) : IDashboardWidget
{
    public string Title => "What the institute still needs";

    public string? Permission => InstitutesPermissions.Grants.Roles;

    public int Order => 10;

    public string Partial => "/Areas/Institutes/Pages/Home/_SetUp.cshtml";

    public async Task<object?> Load(CancellationToken cancel)
    {
        var me = user.Actor?.PersonId;
        var has = await db.Units.Where(u => u.ParentId == null).Select(u => new
        {
            Units = db.Units.Any(below => below.ParentId != null),
            People = db.People.Any(p => p.Id != me),
            Roles = db.Grants.Any(g => g.PersonId != me),
            // Asked of those with a role: to ask everybody would read all of a city's people for each home page.
            Accounts = db.Invitations.Any() || db.Grants.Any(g => g.PersonId != me && db.People.Any(p => p.Id == g.PersonId && p.AccountId != null)),
            Seals = db.Seals.Any(s => s.WithdrawnOn == null),
        }).FirstOrDefaultAsync(cancel);
        if (has is null)
            return null;
        List<SetUpStep> steps =
        [
            new("Enter districts, schools and departments", "/institutes/units", has.Units), new("Bring in the people", "/imports/people", has.People),
            new("Give roles to those who help", "/institutes/grants", has.Roles), new("Set up the seals of schools and offices", "/institutes/seals", has.Seals),
            new("Invite people to sign in", "/institutes/people", has.Accounts),
        ];
        if (await access.May(ShellPermissions.HostSettings, cancel))
            steps.Add(new("Enter the mail server, so that mails leave", "/administration/host-settings", (await settings.Get(MailSettings.Host, cancel)).Length > 0));
        return steps.TrueForAll(s => s.Done) ? null : steps.OrderBy(s => s.Done).ToList();
    }
}
