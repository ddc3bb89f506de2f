using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Dashboard;

namespace CommunityLms.Workflows.Inbox;

/// <summary>The first few tasks that wait, on the home page.</summary>
internal sealed class MyTasks(InboxQueries inbox, ICurrentUser user) : IDashboardWidget
{
    private const int Few = 5;

    public string Title => "Waits for you";

    public string? Permission => null;

    public int Order => 10;

    public string Partial => "/Areas/Workflows/Pages/Home/_MyTasks.cshtml";

    public async Task<object?> Load(CancellationToken cancel) =>
        user.Actor?.PersonId is not null && await inbox.Open(new(Size: Few), cancel) is { Items.Count: > 0 } waiting ? waiting : null;
}
