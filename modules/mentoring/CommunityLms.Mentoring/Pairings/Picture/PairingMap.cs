using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>How many contracts there are between two schools in a subject.</summary>
internal sealed record ContractCount(Guid MentorSchoolId, Guid TraineeSchoolId, Guid SubjectId, int Contracts);

/// <summary>The pairings of a programme that haven't ended, and what teachers do under them.</summary>
internal sealed class PairingMap(IReadOnlyList<Pairing> pairings, IReadOnlyList<ContractCount> counts, OrganisationTree tree)
{
    private readonly ILookup<(Guid?, Guid?), ContractCount> _byDistricts = counts.ToLookup(c => (PairingLevels.DistrictOf(c.MentorSchoolId, tree)?.Id, PairingLevels.DistrictOf(c.TraineeSchoolId, tree)?.Id));
    private readonly ILookup<(Guid?, Guid?), ContractCount> _bySchools = counts.ToLookup(c => ((Guid?)c.MentorSchoolId, (Guid?)c.TraineeSchoolId));
    private readonly ILookup<(Guid?, Guid?), Pairing> _pairings = pairings.ToLookup(p => (PairingLevels.DistrictOf(p.HelpingId, tree)?.Id, PairingLevels.DistrictOf(p.HelpedId, tree)?.Id));

    public IReadOnlyList<Pairing> Pairings => pairings;

    public OrganisationTree Tree => tree;

    /// <summary>The contracts of teachers of the units of a pairing; in its subject, where it has one.</summary>
    public int Contracts(Pairing pairing) => (pairing.Level switch
    {
        PairingLevel.District => _byDistricts[(pairing.HelpingId, pairing.HelpedId)],
        PairingLevel.School => _bySchools[(pairing.HelpingId, pairing.HelpedId)],
        _ => _bySchools[(SchoolOf(pairing.HelpingId), SchoolOf(pairing.HelpedId))],
    }).Where(c => pairing.SubjectId is null || pairing.SubjectId == c.SubjectId).Sum(c => c.Contracts);

    /// <summary>The contracts of a district's trainees, whoever their mentors are.</summary>
    public int ContractsOf(Guid districtId) => counts.Where(c => PairingLevels.DistrictOf(c.TraineeSchoolId, tree)?.Id == districtId).Sum(c => c.Contracts);

    /// <summary>The pairings of a level between two districts.</summary>
    public int Below(Pairing districts, PairingLevel level) => _pairings[(districts.HelpingId, districts.HelpedId)].Count(p => p.Level == level);

    private Guid? SchoolOf(Guid unitId) => tree.Above(unitId, UnitKind.School)?.Id;
}
