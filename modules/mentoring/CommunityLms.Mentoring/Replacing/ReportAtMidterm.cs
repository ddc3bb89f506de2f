using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>The school says at mid-term that a contract can't go on, instead of confirming it (P5).</summary>
internal sealed class ReportAtMidterm(MentoringDbContext db, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in.</exception>
    /// <exception cref="RuleBroken">They don't keep the school's seal, the workflow doesn't ask, or no reason is given.</exception>
    public Task Handle(Guid contractId, WithdrawalReason reason, string words, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var contract = await access.ToSee(contractId, cancel);
        contract.ReportAtMidterm(reason, words, await access.Keeper(contract, ContractStep.Midterm, cancel), clock.Today(), clock.GetUtcNow().UtcDateTime);
    }, cancel);
}
