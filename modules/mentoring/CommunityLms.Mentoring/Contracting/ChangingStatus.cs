using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Data;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What whoever manages contracts does to one: it rests for a time, goes on, or ends before its time. Always with a reason and from a day.</summary>
internal sealed class ChangingStatus(MentoringDbContext db, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    public Task Defer(Guid contractId, DeferralReason reason, CancellationToken cancel) => Change(contractId, c => c.Defer(reason, clock.Today()), cancel);

    public Task Resume(Guid contractId, CancellationToken cancel) => Change(contractId, c => c.Resume(), cancel);

    public Task Withdraw(Guid contractId, WithdrawalReason reason, CancellationToken cancel) => Change(contractId, c => c.Withdraw(reason, clock.Today()), cancel);

    private Task Change(Guid contractId, Action<Contract> change, CancellationToken cancel) =>
        db.SaveOnLatest(async () => change(await access.ToManage(contractId, cancel)), cancel);
}
