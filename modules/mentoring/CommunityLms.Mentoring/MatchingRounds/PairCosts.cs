using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>What of a person decides how well a pair fits.</summary>
/// <param name="Setting">Of the school.</param>
/// <param name="Choices">Whom they would like, the most liked first.</param>
internal sealed record Participant(Guid PersonId, Guid SchoolId, UnitSetting? Setting, Guid? DistrictId, GradeBand? GradeBand, IReadOnlyList<Guid> Choices)
{
    public Workplace Workplace => new(SchoolId, DistrictId);

    public static Participant Of(Guid personId, Guid schoolId, GradeBand? gradeBand, IReadOnlyList<Guid> choices, OrganisationTree tree) =>
        new(personId, schoolId, tree.Find(schoolId)?.Setting, tree.Above(schoolId, UnitKind.District, UnitKind.County)?.Id, gradeBand, choices);
}

/// <summary>How little a pair fits, in points: each wish's weight times how far the pair is from it. 0 is as wished.</summary>
/// <param name="weights">A wish that is missing doesn't matter.</param>
/// <param name="earlier">Pairs there were before.</param>
internal sealed class PairCosts(IReadOnlyDictionary<Wish, int> weights, IReadOnlySet<Pair> earlier)
{
    /// <summary>From a wish: two people who both ranked others.</summary>
    private const int MostDistance = 2 * PoolMember.MostChoices;

    private readonly (Wish Wish, long Weight)[] _weights = [.. weights.Where(w => w.Value > 0).Select(w => (w.Key, (long)w.Value))];

    public IReadOnlySet<Pair> Earlier => earlier;

    /// <summary>No pair costs more.</summary>
    public long Most => _weights.Sum(w => w.Weight * MostDistance);

    /// <summary>How far a pair is from each wish that counts; those it fulfils are left out.</summary>
    public IEnumerable<WishCost> Parts(Participant mentor, Participant trainee) =>
        _weights.Select(w => new WishCost(w.Wish.ToString(), w.Weight * Distance(w.Wish, mentor, trainee))).Where(p => p.Cost > 0);

    public long Of(Participant mentor, Participant trainee)
    {
        var cost = 0L;
        foreach (var (wish, weight) in _weights)
            cost += weight * Distance(wish, mentor, trainee);
        return cost;
    }

    private int Distance(Wish wish, Participant mentor, Participant trainee) => wish switch
    {
        // Somebody whose grades nobody knows counts as one band away.
        Wish.GradeBand => mentor.GradeBand is { } his && trainee.GradeBand is { } hers ? Math.Abs(his - hers) : 1,
        Wish.UrbanHelpsRural => mentor.Setting == UnitSetting.Urban && trainee.Setting is UnitSetting.Rural or UnitSetting.Village ? 0 : 1,
        Wish.OtherSchool => mentor.SchoolId != trainee.SchoolId ? 0 : 1,
        Wish.SameDistrict => mentor.DistrictId == trainee.DistrictId ? 0 : 1,
        Wish.Together => earlier.Contains(new(trainee.PersonId, mentor.PersonId)) ? 0 : 1,
        Wish.SomebodyNew => earlier.Contains(new(trainee.PersonId, mentor.PersonId)) ? 1 : 0,
        _ => Place(mentor.Choices, trainee.PersonId) + Place(trainee.Choices, mentor.PersonId),
    };

    /// <summary>0 for the first choice and for who ranked nobody, 5 for somebody who isn't among the choices.</summary>
    private static int Place(IReadOnlyList<Guid> choices, Guid whom)
    {
        if (choices.Count == 0)
            return 0;
        for (var i = 0; i < choices.Count; i++)
            if (choices[i] == whom)
                return i;
        return PoolMember.MostChoices;
    }
}
