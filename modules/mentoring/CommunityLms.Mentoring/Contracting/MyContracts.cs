using CommunityLms.Kernel.Web.Dashboard;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What is next in one's own contracts, on the home page.</summary>
internal sealed class MyContracts(ContractQueries contracts) : IDashboardWidget
{
    public string Title => "My mentoring";

    public string? Permission => null;

    public int Order => 15;

    public string Partial => "/Areas/Mentoring/Pages/Home/_MyContracts.cshtml";

    public async Task<object?> Load(CancellationToken cancel) =>
        (await contracts.Mine(cancel)).Where(c => c.State is not (ContractState.Completed or ContractState.Ended)).ToList() is { Count: > 0 } mine ? mine : null;
}
