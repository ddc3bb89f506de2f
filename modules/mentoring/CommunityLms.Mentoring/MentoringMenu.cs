using CommunityLms.Kernel.Navigation;
using CommunityLms.Mentoring.Contracts;

namespace CommunityLms.Mentoring;

internal sealed class MentoringMenu : IMenuContributor
{
    private const string Mentoring = "Mentoring";

    public IEnumerable<MenuItem> Menu() =>
    [
        new("My mentoring", "/mentoring/my", "heart-handshake", Permission: null, Group: null, 40),
        new("Seal desk", "/mentoring/seals", "rubber-stamp", Permission: null, Group: null, 50),
        new("Pairings", "/mentoring/pairings", "arrows-exchange", MentoringPermissions.Pairings.View, Mentoring, 205),
        new("Contracts", "/mentoring/contracts", "clipboard-text", MentoringPermissions.Contracts.View, Mentoring, 210),
        new("Roster", "/mentoring/roster", "list-details", MentoringPermissions.Contracts.View, Mentoring, 215),
        new("Programmes", "/mentoring/programmes", "calendar", MentoringPermissions.Programmes.View, Mentoring, 220),
        new("Monitoring", "/mentoring/monitoring", "activity", MentoringPermissions.Contracts.View, Mentoring, 230),
        new("Inspections", "/mentoring/inspections", "eye", MentoringPermissions.Contracts.View, Mentoring, 240),
        new("Effective practice", "/mentoring/practices", "star", Permission: null, Mentoring, 250),
    ];
}
