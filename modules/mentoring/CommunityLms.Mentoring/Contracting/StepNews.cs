using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

internal sealed class ContractNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind StepWaits = new("Mentoring.StepWaits", "A mentoring contract waits for you", "The contract of {0} and {1} waits for you.");

    public static readonly NotificationKind Discussed = new("Mentoring.DecisionDiscussed", "The other side proposes or says something", "{0} proposed or said something about your mentoring contract.");

    public IEnumerable<NotificationKind> Define() => [StepWaits, Discussed];
}

/// <summary>Tells those who can do a step that the workflow waits for it.</summary>
internal sealed class TellOfStep(MentoringDbContext db, IPeople people, IRoles roles, INotifier notifier, IOrganisation organisation) : IIntegrationEventHandler<ContractStepAsked>
{
    public async Task Handle(ContractStepAsked happened, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Asked).SingleAsync(c => c.Id == happened.ContractId, cancel);
        // Done in the meantime, or told of with the step before: the four decisions are one piece of news.
        if (contract.Awaited.OrderBy(a => a.Step).FirstOrDefault(a => a.Step == happened.Step || (IsDecision(a.Step) && IsDecision(happened.Step)))?.Step != happened.Step)
            return;
        var sides = await people.Find([contract.MentorId, contract.TraineeId], cancel);
        var told = happened.Step switch
        {
            ContractStep.MentorSignature => [sides[contract.MentorId]],
            ContractStep.TraineeSignature => [sides[contract.TraineeId]],
            ContractStep.SchoolSeal or ContractStep.Midterm => await Officers(contract, happened.Step, UsualRoles.SchoolOfficer, cancel),
            ContractStep.DistrictSeal => await Officers(contract, happened.Step, UsualRoles.Officer, cancel),
            _ => [.. sides.Values],
        };
        await notifier.Notify([.. told.Select(p => p.AccountId).OfType<Guid>()], ContractNewsKinds.StepWaits, $"/mentoring/contracts/{contract.Id}", cancel,
            sides[contract.MentorId].Name.Written, sides[contract.TraineeId].Name.Written);
    }

    private static bool IsDecision(ContractStep step) => step <= ContractStep.Method;

    private async Task<IReadOnlyList<PersonInfo>> Officers(Contract contract, ContractStep step, string role, CancellationToken cancel) =>
        step.OfficeIn(await organisation.Tree(cancel), contract.TraineeSchoolId) is { } office ? (await roles.Holders(role, office.Id, cancel))?.People ?? [] : [];
}

/// <summary>Tells one side that the other one proposed or said something.</summary>
internal sealed class TellOfDiscussion(MentoringDbContext db, IPeople people, INotifier notifier) : IIntegrationEventHandler<DecisionDiscussed>
{
    public async Task Handle(DecisionDiscussed happened, CancellationToken cancel)
    {
        var contract = await db.Contracts.Where(c => c.Id == happened.ContractId).Select(c => new { c.MentorId, c.TraineeId }).SingleAsync(cancel);
        var (who, other) = happened.By == Side.Mentor ? (contract.MentorId, contract.TraineeId) : (contract.TraineeId, contract.MentorId);
        var sides = await people.Find([who, other], cancel);
        if (sides[other].AccountId is { } account)
            await notifier.Notify([account], ContractNewsKinds.Discussed, $"/mentoring/contracts/{happened.ContractId}", cancel, sides[who].Name.Written);
    }
}
