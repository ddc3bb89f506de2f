using CommunityLms.Institutes.Contracts;
using static CommunityLms.Institutes.Contracts.BackboneCategory;
using static CommunityLms.Institutes.Contracts.BackboneLevel;

namespace CommunityLms.Institutes.Sample;

/// <summary>Appraisals as backbone teacher: everybody in the tutor network has one, of the others a few.</summary>
internal static class SampleHonours
{
    /// <summary>For each level, the years of service it takes and of a hundred people how many are appraised as what; the rest are key teachers.</summary>
    private static readonly Dictionary<BackboneLevel, (int Service, int Experts, int SubjectLeaders)> Levels = new()
    {
        [County] = (3, 5, 25),
        [City] = (6, 15, 45),
        [Province] = (8, 40, 40),
    };

    /// <param name="begun">How many school years ago the person began to teach.</param>
    public static IReadOnlyList<SampleAppraisal> Of(SamplePost post, int begun, SampleYears years, SampleRandom random)
    {
        var first = begun - Levels[County].Service;
        if (first < 1 || (post.Seat is null && !(post.School is not null && random.Chance(12))))
        {
            return [];
        }

        var level = Level(post.Seat?.Position, random.Between(1, 100));
        var since = random.Between(1, Math.Max(1, begun - Levels[level].Service));
        var last = new SampleAppraisal(level, Category(level, random.Between(1, 100)), years.TeachersDay(since));

        // Most of those appraised higher were the county's key teachers first.
        return level == County || since >= first || !random.Chance(70)
            ? [last]
            : [new(County, KeyTeacher, years.TeachersDay(random.Between(since + 1, first))), last];
    }

    private static BackboneLevel Level(TutorPosition? position, int chance) => position switch
    {
        TutorPosition.Section => Province,
        TutorPosition.GroupLeader => chance <= 35 ? Province : City,
        TutorPosition.Tutor => chance <= 4 ? Province : chance <= 28 ? City : County,
        _ => chance <= 8 ? City : County,
    };

    private static BackboneCategory Category(BackboneLevel level, int chance)
    {
        var (_, experts, subjectLeaders) = Levels[level];
        return chance <= experts ? TeachingExpert : chance <= experts + subjectLeaders ? SubjectLeader : KeyTeacher;
    }
}
