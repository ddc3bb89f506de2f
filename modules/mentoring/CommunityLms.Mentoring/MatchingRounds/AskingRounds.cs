using CommunityLms.Kernel.Web.Dashboard;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>Matchings that ask the reader whom they would like, on the home page.</summary>
internal sealed class AskingRounds(Preferring preferring) : IDashboardWidget
{
    public string Title => "Whom would you like?";

    public string? Permission => null;

    public int Order => 14;

    public string Partial => "/Areas/Mentoring/Pages/Matching/_Asking.cshtml";

    public async Task<object?> Load(CancellationToken cancel) => await preferring.Asking(cancel) is { Count: > 0 } asking ? asking : null;
}
