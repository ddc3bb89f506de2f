using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>Turns people and wishes into what can be computed: the pairs the rules allow with their costs, and for each trainee which rule excludes how many.</summary>
/// <param name="allowsOneSchool">Whether mentor and trainee may belong to one school.</param>
internal sealed class PairFinder(PairCosts costs, bool allowsOneSchool)
{
    /// <summary>Up to so many pairs each trainee is compared with every mentor; above, only with those who fit best.</summary>
    private const long AllPairs = 1_000_000;

    /// <summary>How many of those who fit best.</summary>
    public const int Nearest = 50;

    /// <param name="mentors">With the places they have free.</param>
    /// <param name="settled">Pairs that are candidates in any case, where the rules allow them.</param>
    public MatchingInput Find(IReadOnlyList<(Participant Person, int Places)> mentors, IReadOnlyList<Participant> trainees, IReadOnlySet<Pair> settled, CancellationToken cancel)
    {
        var (candidates, exclusions) = (new List<Candidate>(), new List<Exclusion>());
        var all = (long)mentors.Count * trainees.Count <= AllPairs;
        var found = new List<(long Cost, int Turn, Guid Mentor)>();
        for (var t = 0; t < trainees.Count; t++)
        {
            cancel.ThrowIfCancellationRequested();
            var (trainee, sameSchool) = (trainees[t], 0);
            found.Clear();
            for (var m = 0; m < mentors.Count; m++)
            {
                // Where many fit equally well, each trainee begins with others, or all would look at the same fifty.
                var mentor = mentors[(m + (t * Nearest)) % mentors.Count].Person;
                if (mentor.PersonId == trainee.PersonId)
                    continue;
                if (!allowsOneSchool && mentor.SchoolId == trainee.SchoolId)
                {
                    sameSchool++;
                    if (all)
                        exclusions.Add(new(trainee.PersonId, mentor.PersonId, nameof(ContractRules.NotOneSchool)));
                }
                else
                    found.Add((costs.Of(mentor, trainee), m, mentor.PersonId));
            }
            if (!all && sameSchool > 0)
                exclusions.Add(new(trainee.PersonId, null, nameof(ContractRules.NotOneSchool), sameSchool));
            if (!all && found.Count > Nearest)
                found.Sort();
            for (var i = 0; i < found.Count; i++)
                if (all || i < Nearest || settled.Contains(new(trainee.PersonId, found[i].Mentor)))
                    candidates.Add(new(trainee.PersonId, found[i].Mentor, found[i].Cost));
        }
        return new([.. trainees.Select(t => t.PersonId)], [.. mentors.Select(m => new MentorPlaces(m.Person.PersonId, m.Places))], candidates) { Exclusions = exclusions };
    }
}
