using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>The seals somebody may use today, and which steps of which contracts they are for.</summary>
internal sealed class KeptSeals(Signer keeper, IReadOnlyList<SealInfo> seals, IReadOnlyList<EndedSeal> ended, OrganisationTree tree)
{
    /// <summary>Each with the last day on which it may be used.</summary>
    public IReadOnlyList<SealInfo> Seals => seals;

    /// <summary>Those that were kept until a short while ago.</summary>
    public IReadOnlyList<EndedSeal> Ended => ended;

    /// <summary>The units whose own seal it is.</summary>
    public IReadOnlyList<Guid> Units => [.. seals.Select(s => s.UnitId)];

    /// <summary>The units of the district offices whose seal it is.</summary>
    public IReadOnlyList<Guid> Districts => [.. Units.Where(u => tree.Find(u)?.Kind is UnitKind.District or UnitKind.County).SelectMany(tree.SubtreeOf).Select(u => u.Id)];

    /// <summary>The seal a step asks for, where it is among them.</summary>
    public SealInfo? Seal(Guid traineeSchoolId, ContractStep step) => step.OfficeIn(tree, traineeSchoolId) is { } office ? seals.FirstOrDefault(s => s.UnitId == office.Id) : null;

    /// <summary>Those of the steps whose seal is among them.</summary>
    public IEnumerable<ContractStep> For(Contract contract, IEnumerable<ContractStep> steps) => steps.Where(s => Seal(contract.TraineeSchoolId, s) is not null);

    /// <exception cref="RuleBroken">The seal isn't among them, or is over: then with who renews it.</exception>
    public Signer For(Contract contract, ContractStep step)
    {
        if (Seal(contract.TraineeSchoolId, step) is { } seal)
            return keeper with { SealId = seal.Id, SealName = seal.Name };
        var office = step.OfficeIn(tree, contract.TraineeSchoolId);
        throw ended.FirstOrDefault(e => e.Seal.UnitId == office?.Id) is { } over
            ? new RuleBroken(over.IsSealOver ? ContractRules.KeptSealIsOver : ContractRules.KeepingIsOver, office!.Name.ToString(), over.Seal.LastDay, string.Join("、", over.RenewedBy))
            : new RuleBroken(ContractRules.NotKeeper, office?.Name.ToString() ?? "");
    }
}

internal static class Offices
{
    /// <summary>The office whose seal a step asks for: the trainee's school, or its district; null for steps without seal.</summary>
    public static UnitInfo? OfficeIn(this ContractStep step, OrganisationTree tree, Guid traineeSchoolId) => step switch
    {
        ContractStep.DistrictSeal => tree.Above(traineeSchoolId, UnitKind.District, UnitKind.County),
        ContractStep.SchoolSeal or ContractStep.Midterm => tree.Find(traineeSchoolId),
        _ => null,
    };
}
