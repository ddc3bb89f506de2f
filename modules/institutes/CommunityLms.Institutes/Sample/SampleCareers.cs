using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

internal sealed record SampleCareer(int BornYear, IReadOnlyList<SampleEmployment> Employments, IReadOnlyList<SampleAppraisal> Appraisals);

/// <summary>What brought somebody to a post, and what they do beside it.</summary>
internal sealed class SampleCareers(SampleMap map, SampleYears years)
{
    private static readonly GradeBand[] Grades = [GradeBand.LowerPrimary, GradeBand.MiddlePrimary, GradeBand.UpperPrimary];

    public SampleCareer To(SamplePost post, SampleRandom random)
    {
        var left = post.Rank == SampleRank.FormerTeacher ? random.Between(0, 4) : (int?)null;
        var begun = random.Between(post.Rank.LeastYears, post.Rank.MostYears) + (left ?? 0);
        var grade = random.Pick(Grades);
        var current = Current(post, begun, left, grade, random);
        SampleEmployment[] employments = [.. Earlier(post, begun, current, grade, random), current, .. Beside(post, current, grade, random)];
        return new(years.Start(begun).Year - random.Between(22, 24), employments, SampleHonours.Of(post, begun, years, random));
    }

    private SampleEmployment Current(SamplePost post, int begun, int? left, GradeBand grade, SampleRandom random)
    {
        var served = begun - (left ?? 0);
        var came = left is null && served >= 3 && (post.Rank.Risen || random.Chance(15)) ? random.Between(1, served - 1) : begun;
        var load = post.Rank == SampleRank.Teacher && random.Chance(12) ? EmploymentLoad.PartTime : EmploymentLoad.FullTime;
        var teaches = post.Subject is not null && !IsPrincipal(post);
        return new(
            post.Unit.Key, teaches ? post.Subject!.Code : null, teaches && post.School is not null ? grade : null, load, post.Rank.Title,
            came >= 1 && random.Chance(10) ? years.SecondSemester(came) : years.Start(came),
            left is { } year ? years.Start(year).AddDays(-1) : null);
    }

    /// <summary>Who came later than they began taught before in another school, until the day before.</summary>
    private IEnumerable<SampleEmployment> Earlier(SamplePost post, int begun, SampleEmployment current, GradeBand grade, SampleRandom random)
    {
        if (current.From < years.Start(begun - 1))
        {
            return [];
        }

        var subject = post.Subject ?? random.Pick(map.Sections).Subject;
        SampleTeaching[] elsewhere = [.. map.TaughtAt[subject.Code].Where(place => post.School?.Teaching.Contains(place) != true)];
        return elsewhere.Length == 0
            ? []
            : [Teaching(new(subject, random.Pick(elsewhere).Unit), grade, EmploymentLoad.FullTime, years.Start(begun), current.From.AddDays(-1))];
    }

    /// <summary>Principals teach some lessons; a teacher may have a second subject, in a village more often than not.</summary>
    private static IEnumerable<SampleEmployment> Beside(SamplePost post, SampleEmployment current, GradeBand grade, SampleRandom random)
    {
        if (post.School is null || current.To is not null)
        {
            return [];
        }

        if (IsPrincipal(post))
        {
            return [Teaching(post.School.Teaching.First(place => place.Subject == post.Subject), grade, EmploymentLoad.PartTime, current.From, null)];
        }

        SampleTeaching[] others = [.. post.School.Teaching.Where(place => place.Subject != post.Subject)];
        return random.Chance(post.School.Plan.HasDepartments ? 10 : 60)
            ? [Teaching(random.Pick(others), grade, EmploymentLoad.PartTime, current.From, null)]
            : [];
    }

    private static bool IsPrincipal(SamplePost post) => post.Rank == SampleRank.Principal || post.Rank == SampleRank.VicePrincipal;

    private static SampleEmployment Teaching(SampleTeaching place, GradeBand grade, EmploymentLoad load, DateOnly from, DateOnly? to) =>
        new(place.Unit.Key, place.Subject.Code, grade, load, SampleRank.Teacher.Title, from, to);
}
