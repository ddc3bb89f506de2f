using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>The trainee's school says how the trainee takes part.</summary>
internal sealed class Participating(MentoringDbContext db, ContractAccess contracts, IAccess access, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="Kernel.Domain.AccessDenied">Whoever is signed in doesn't speak for the trainee's school.</exception>
    public Task Handle(Guid contractId, ParticipationStatus status, string reason, CancellationToken cancel) =>
        db.SaveOnLatest(async () => (await Load(contractId, cancel)).Participate(status, reason, clock.Today()), cancel);

    /// <summary>The contract, for those who may change it.</summary>
    public async Task<Contract> Load(Guid contractId, CancellationToken cancel)
    {
        var contract = await contracts.ToSee(contractId, cancel);
        await access.Require(MentoringPermissions.Contracts.Participation, contract.TraineeSchoolId, cancel);
        return contract;
    }

    public Task<bool> May(Contract contract, CancellationToken cancel) => access.May(MentoringPermissions.Contracts.Participation, contract.TraineeSchoolId, cancel);
}
