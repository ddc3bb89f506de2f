using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Events;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Workflow;

/// <summary>Begins the case that a new contract follows.</summary>
internal sealed class BeginCase(MentoringDbContext db, IWorkflowRuntime workflows, IPeople people) : IIntegrationEventHandler<ContractDrafted>
{
    public async Task Handle(ContractDrafted happened, CancellationToken cancel)
    {
        var contract = await db.Contracts.Include(c => c.Stages).SingleAsync(c => c.Id == happened.ContractId, cancel);
        var key = contract.Id.ToString();
        contract.Follow(await workflows.FindRunning(contract.WorkflowKey, key, cancel) is { } running ? running.Id : await Start(contract, key, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Guid> Start(Contract contract, string key, CancellationToken cancel)
    {
        // A replacement that begins after mid-term isn't asked about it.
        var midterm = await db.Programmes.Where(p => p.Id == contract.ProgrammeId && p.MidtermOn > contract.From).Select(p => p.MidtermOn).SingleOrDefaultAsync(cancel);
        var names = await people.Find([contract.MentorId, contract.TraineeId], cancel);
        return await workflows.Start(new(contract.WorkflowKey, contract.TraineeSchoolId, $"{names[contract.MentorId].Name.Written} · {names[contract.TraineeId].Name.Written}", new()
        {
            ["contract"] = key,
            ["mentor"] = contract.MentorId.ToString(),
            ["trainee"] = contract.TraineeId.ToString(),
            ["school"] = contract.TraineeSchoolId.ToString(),
            ["stages"] = new JsonArray([.. contract.Stages.OrderBy(s => s.Number).Select(s => (JsonNode)new JsonObject { ["number"] = s.Number, ["name"] = s.Name, ["from"] = CaseDates.Write(s.From), ["to"] = CaseDates.Write(s.To) })]),
            ["midtermOn"] = midterm is { } on ? CaseDates.Write(on) : null,
        }, key), cancel);
    }
}

/// <summary>Tells the case what people did to its contract.</summary>
internal sealed class TellCase(IWorkflowRuntime workflows) : IIntegrationEventHandler<ContractStepDone>, IIntegrationEventHandler<ContractReopened>
{
    /// <summary>The message when what was signed is to be agreed anew.</summary>
    public const string Reopened = "mentoring.Reopened";

    public Task Handle(ContractStepDone happened, CancellationToken cancel) =>
        workflows.Send(new(MessageOf(happened.Step), happened.OfAmendment ? AmendmentCase.KeyOf(happened.ContractId) : KeyOf(happened.ContractId, happened.Number), [], happened.AskedId), cancel);

    public Task Handle(ContractReopened happened, CancellationToken cancel) =>
        workflows.Send(new(Reopened, happened.OfAmendment ? AmendmentCase.KeyOf(happened.ContractId) : happened.ContractId.ToString(), [], happened.ReopeningId), cancel);

    /// <summary>The message by which a case hears that a step is done: "mentoring.MentorSignature".</summary>
    private static string MessageOf(ContractStep step) => $"mentoring.{step}";

    /// <summary>The contract; for a step of a stage with the stage's number: "…:2".</summary>
    private static string KeyOf(Guid contractId, int number) => number == 0 ? contractId.ToString() : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{contractId}:{number}");
}

/// <summary>Ends the case of a contract that ended before its time; a completed one was ended by its case.</summary>
internal sealed class EndCase(MentoringDbContext db, IWorkflowRuntime workflows) : IIntegrationEventHandler<ContractEnded>
{
    public async Task Handle(ContractEnded happened, CancellationToken cancel)
    {
        var ended = await db.Contracts.Where(c => c.Id == happened.ContractId).Select(c => new { c.CaseId, c.StatusReason }).SingleAsync(cancel);
        if (happened.Outcome != ContractOutcome.Completed && ended.CaseId is { } running)
            await workflows.Cancel(running, ended.StatusReason ?? "", cancel);
    }
}
