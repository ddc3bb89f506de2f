using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Events;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Workflow;

/// <summary>A change of a contract under way has a case of its own, by the drawing its programme names; the contract's own case goes on beside it.</summary>
internal sealed class AmendmentCase(MentoringDbContext db, IWorkflowRuntime workflows, IPeople people) : IIntegrationEventHandler<AmendmentBegun>, IIntegrationEventHandler<AmendmentGivenUp>
{
    public static string KeyOf(Guid contractId) => $"{contractId}:amendment";

    public async Task Handle(AmendmentBegun happened, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == happened.ContractId, cancel);
        var workflow = await WorkflowOf(happened.ContractId, cancel);
        if (contract.PendingAmendment is null || workflow is null || await workflows.FindRunning(workflow, KeyOf(contract.Id), cancel) is not null)
            return;
        var names = await people.Find([contract.MentorId, contract.TraineeId], cancel);
        await workflows.Start(new(workflow, contract.TraineeSchoolId, $"{names[contract.MentorId].Name.Written} · {names[contract.TraineeId].Name.Written}", new() { ["contract"] = contract.Id.ToString() }, KeyOf(contract.Id)), cancel);
    }

    public async Task Handle(AmendmentGivenUp happened, CancellationToken cancel)
    {
        if (await WorkflowOf(happened.ContractId, cancel) is { } workflow && await workflows.FindRunning(workflow, KeyOf(happened.ContractId), cancel) is { } running)
            await workflows.Cancel(running.Id, "", cancel);
    }

    private Task<string?> WorkflowOf(Guid contractId, CancellationToken cancel) =>
        db.Contracts.Where(c => c.Id == contractId).Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (_, p) => p.AmendmentKey).SingleAsync(cancel);
}
