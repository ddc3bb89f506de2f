using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>A kind of post: how it is called, and how many years of service those who hold it have behind them.</summary>
/// <param name="Risen">Whether one comes to it after having taught in a school.</param>
internal sealed record SampleRank(string Title, int LeastYears, int MostYears, bool Risen = false)
{
    public static readonly SampleRank Director = new("主任", 20, 30, Risen: true);
    public static readonly SampleRank DeputyDirector = new("副主任", 16, 28, Risen: true);
    public static readonly SampleRank OfficeHead = new("办公室主任", 10, 25);
    public static readonly SampleRank Clerk = new("办公室干事", 1, 15);
    public static readonly SampleRank SectionHead = new("科长", 18, 30, Risen: true);
    public static readonly SampleRank Researcher = new("教研员", 10, 26, Risen: true);
    public static readonly SampleRank DistrictHead = new("教研室主任", 15, 30, Risen: true);
    public static readonly SampleRank DistrictOfficer = new("教研室干事", 4, 22, Risen: true);
    public static readonly SampleRank Principal = new("校长", 14, 30, Risen: true);
    public static readonly SampleRank VicePrincipal = new("副校长", 10, 26, Risen: true);
    public static readonly SampleRank VillageHead = new("教学点负责人", 8, 30);
    public static readonly SampleRank SubjectHead = new("科组长", 8, 28);
    public static readonly SampleRank Teacher = new("教师", 4, 30);
    public static readonly SampleRank NewTeacher = new("新任教师", 0, 2);
    public static readonly SampleRank FormerTeacher = new("教师", 5, 30);
}

/// <summary>A post to be filled.</summary>
/// <param name="Subject">What the holder teaches; a principal does so beside the office, part time.</param>
/// <param name="School">The school of the post; null in the institute and the district offices.</param>
/// <param name="Seat">The holder's place in the subject's tutor network, if any.</param>
internal sealed record SamplePost(SampleRank Rank, SampleUnit Unit, SampleSubject? Subject = null, SampleSchool? School = null, SampleSeat? Seat = null);

internal sealed record SampleSeat(TutorPosition Position, string? GroupName);
