using CommunityLms.Institutes.Contracts;
using static CommunityLms.Institutes.Sample.SampleRank;

namespace CommunityLms.Institutes.Sample;

/// <summary>Which posts there are in the institute, a district's office and a school, and who of them sits where in the tutor network.</summary>
internal static class SamplePosts
{
    public static IEnumerable<SamplePost> OfInstitute(SampleMap map, bool hasSections)
    {
        var section = new SampleSeat(TutorPosition.Section, null);
        yield return new(Director, map.Institute);
        yield return new(OfficeHead, map.Office);
        if (hasSections)
        {
            yield return new(DeputyDirector, map.Institute);
            yield return new(Clerk, map.Office);
        }

        foreach (var (subject, unit) in map.Sections)
        {
            yield return new(SectionHead, unit, subject, Seat: section);
            if (hasSections)
            {
                yield return new(Researcher, unit, subject, Seat: section);
            }
        }
    }

    public static IEnumerable<SamplePost> OfDistrict(SampleDistrict district) =>
        [new(DistrictHead, district.Unit), new(DistrictOfficer, district.Unit)];

    public static IEnumerable<SamplePost> OfSchool(SampleSchool school, SampleRandom random)
    {
        var standing = FirstOfDepartments(school).Concat(Leadership(school, random)).Concat(Teachers(school)).Select((post, index) => Seated(post, index, school));
        return standing.Concat(NewTeachers(school)).Concat(Former(school, random));
    }

    private static SamplePost Seated(SamplePost post, int index, SampleSchool school) => index >= school.Plan.Tutors ? post : post with
    {
        Seat = new(school.Plan.Leads && post.Rank == SubjectHead ? TutorPosition.GroupLeader : TutorPosition.Tutor, school.TutorGroup),
    };

    private static IEnumerable<SamplePost> FirstOfDepartments(SampleSchool school) => school.Plan.HasDepartments
        ? school.Teaching.Select(place => new SamplePost(school.Plan.HasSubjectHeads ? SubjectHead : Teacher, place.Unit, place.Subject, school))
        : [];

    private static IEnumerable<SamplePost> Leadership(SampleSchool school, SampleRandom random)
    {
        if (!school.Plan.HasDepartments)
        {
            yield return new(VillageHead, school.Unit, school.Teaching[0].Subject, school);
            yield break;
        }

        if (school.Plan.HasVicePrincipal)
        {
            yield return new(VicePrincipal, school.Unit, random.Pick(school.Teaching).Subject, school);
        }

        yield return new(Principal, school.Unit, random.Pick(school.Teaching).Subject, school);
    }

    private static IEnumerable<SamplePost> Teachers(SampleSchool school) =>
        Enumerable.Range(0, school.Plan.Teachers - (school.Plan.HasDepartments ? school.Teaching.Count : 0))
            .Select(index => InTurn(Teacher, school, index));

    /// <summary>In a village the head has the first subject, so the first new teacher takes the second.</summary>
    private static IEnumerable<SamplePost> NewTeachers(SampleSchool school) =>
        Enumerable.Range(0, school.Plan.New).Select(index => InTurn(NewTeacher, school, school.Plan.HasDepartments ? index : index + 1));

    private static IEnumerable<SamplePost> Former(SampleSchool school, SampleRandom random) =>
        school.Plan.HasDepartments && random.Chance(15) ? [InTurn(FormerTeacher, school, random.Between(0, school.Teaching.Count - 1))] : [];

    private static SamplePost InTurn(SampleRank rank, SampleSchool school, int index)
    {
        var (subject, unit) = school.Teaching[index % school.Teaching.Count];
        return new(rank, unit, subject, school);
    }
}
