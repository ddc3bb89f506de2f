using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>Loads contracts for those they concern: the two sides, who keeps a seal for the trainee, and whoever may see or manage contracts of the trainee's school.</summary>
internal sealed class ContractAccess(MentoringDbContext db, IAccess access, ISeals seals, IOrganisation organisation, ICurrentUser user) : IScopedDependency
{
    public Guid? Me => user.Actor?.PersonId;

    public Side? SideIn(Contract contract) => Me is not { } me ? null : me == contract.MentorId ? Side.Mentor : me == contract.TraineeId ? Side.Trainee : null;

    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in.</exception>
    public async Task<Contract> ToSee(Guid id, CancellationToken cancel)
    {
        var contract = await db.LoadContract(id, cancel);
        if (SideIn(contract) is not null || await access.May(MentoringPermissions.Contracts.View, contract.TraineeSchoolId, cancel)
            || await access.May(MentoringPermissions.Contracts.View, contract.MentorSchoolId, cancel) || await KeepsAnyOf(contract, cancel))
            return contract;
        throw new RecordMissing("contract");
    }

    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in.</exception>
    /// <exception cref="RuleBroken">They are neither its mentor nor its trainee.</exception>
    public async Task<(Contract Contract, Side Side)> AsSide(Guid id, CancellationToken cancel)
    {
        var contract = await ToSee(id, cancel);
        return (contract, SideIn(contract) ?? throw new RuleBroken(ContractRules.NotYourSide));
    }

    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in.</exception>
    /// <exception cref="AccessDenied">They may see it, and not manage it.</exception>
    public async Task<Contract> ToManage(Guid id, CancellationToken cancel)
    {
        var contract = await ToSee(id, cancel);
        await access.Require(MentoringPermissions.Contracts.Manage, contract.TraineeSchoolId, cancel);
        return contract;
    }

    public Task<bool> MayManage(Contract contract, CancellationToken cancel) => access.May(MentoringPermissions.Contracts.Manage, contract.TraineeSchoolId, cancel);

    /// <summary>Whoever is signed in, as the keeper of the seal a step asks for.</summary>
    /// <exception cref="RuleBroken">They don't keep it.</exception>
    public async Task<Signer> Keeper(Contract contract, ContractStep step, CancellationToken cancel) => (await Kept(cancel)).For(contract, step);

    /// <summary>The seals that whoever is signed in may use today.</summary>
    public async Task<KeptSeals> Kept(CancellationToken cancel) =>
        Me is { } me ? new(Signer(), await seals.KeptBy(me, cancel), await seals.EndedFor(me, cancel), await organisation.Tree(cancel)) : new(Signer(), [], [], await organisation.Tree(cancel));

    /// <summary>Whoever is signed in, as somebody who signs.</summary>
    public Signer Signer() => new(Me ?? Guid.Empty, user.Actor?.Name ?? "");

    private async Task<bool> KeepsAnyOf(Contract contract, CancellationToken cancel) => (await Kept(cancel)).For(contract, [ContractStep.SchoolSeal, ContractStep.DistrictSeal]).Any();
}
