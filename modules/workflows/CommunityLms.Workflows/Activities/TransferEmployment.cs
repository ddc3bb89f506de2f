using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Workflows.Activities;

/// <summary>Carries somebody's work in one unit over to another. Offered here, because the institutes module stands below this one and knows nothing of cases.</summary>
internal sealed class TransferEmployment(IPeople people, TimeProvider clock) : IWorkflowActivity
{
    public ActivityDescription Describe() => new("institutes.transfer-employment", "Transfer an employment to another unit",
        [new("person", "Person"), new("fromUnit", "From the unit"), new("toUnit", "To the unit"), new("on", "From the day", IsRequired: false)],
        [new("transferredOn", "Transferred on")]);

    public async Task<JsonObject> Run(ActivityCall call, CancellationToken cancel)
    {
        var on = CaseDates.Read(call.Variables["on"]) ?? clock.Today();
        try
        {
            await people.Transfer(Id(call, "person"), Id(call, "fromUnit"), Id(call, "toUnit"), on, cancel);
        }
        catch (RuleBroken refused)
        {
            throw new ActivityError("transfer-refused", refused.Message, refused);
        }
        return new() { ["transferredOn"] = on.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
    }

    private static Guid Id(ActivityCall call, string name) =>
        Guid.TryParse(call.Variables[name]?.ToString(), out var id) ? id : throw new ActivityError("transfer-incomplete", $"{name} is no id.");
}
