using System.Text.Json.Nodes;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Mentoring.Workflow;

/// <summary>Something a drawing does to a contract. The contract refuses by its rules; the drawing may catch that.</summary>
internal abstract class ContractActivity(MentoringDbContext db, string name, string displayName, params ActivityField[] inputs) : IWorkflowActivity
{
    public ActivityDescription Describe() => new($"mentoring.{name}", displayName, [new("contract", "Contract"), .. inputs], []);

    public async Task<JsonObject> Run(ActivityCall call, CancellationToken cancel)
    {
        try
        {
            var id = Guid.TryParse(call.Variables["contract"]?.ToString(), out var parsed) ? parsed : Guid.Empty;
            await db.SaveOnLatest(async () => Do(await db.LoadContract(id, cancel), call), cancel);
            return [];
        }
        catch (RuleBroken refused)
        {
            throw new ActivityError("contract-refused", refused.Message, refused);
        }
        catch (RecordMissing missing)
        {
            throw new ActivityError("contract-missing", missing.Message, missing);
        }
    }

    protected abstract void Do(Contract contract, ActivityCall call);

    protected static int Number(ActivityCall call) => call.Variables["stage"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
}

/// <summary>Asks people for a step; the case then waits for the message "mentoring." and the step's name.</summary>
internal sealed class AskForStep(MentoringDbContext db, TimeProvider clock)
    : ContractActivity(db, "ask-for-step", "Ask for a step of a mentoring contract", new("step", "Step"), new("stage", "Stage", IsRequired: false), new("amendment", "For an amendment", IsRequired: false))
{
    protected override void Do(Contract contract, ActivityCall call) => contract.Ask(call.CallId,
        Enum.TryParse<ContractStep>(call.Variables["step"]?.ToString(), out var step) ? step : throw new ActivityError("no-such-step", $"{call.Variables["step"]} is no step of a contract."),
        Number(call), call.Variables["amendment"] is JsonValue value && value.TryGetValue(out bool amends) && amends ? AskedBy.Amendment : AskedBy.Workflow, clock.GetUtcNow().UtcDateTime);
}

internal sealed class ActivateContract(MentoringDbContext db, TimeProvider clock) : ContractActivity(db, "activate-contract", "Begin a mentoring contract")
{
    protected override void Do(Contract contract, ActivityCall call) => contract.Activate(clock.Today());
}

internal sealed class ApplyAmendment(MentoringDbContext db) : ContractActivity(db, "apply-amendment", "Put an amendment of a mentoring contract into force")
{
    protected override void Do(Contract contract, ActivityCall call) => contract.ApplyAmendment();
}

internal sealed class OpenStage(MentoringDbContext db, TimeProvider clock) : ContractActivity(db, "open-stage", "Open a stage of a mentoring contract", new ActivityField("stage", "Stage"))
{
    protected override void Do(Contract contract, ActivityCall call) => contract.OpenStage(Number(call), clock.GetUtcNow().UtcDateTime);
}

internal sealed class CompleteContract(MentoringDbContext db, TimeProvider clock) : ContractActivity(db, "complete-contract", "Complete a mentoring contract")
{
    protected override void Do(Contract contract, ActivityCall call) => contract.Complete(clock.Today());
}
