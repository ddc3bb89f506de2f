namespace CommunityLms.Institutes.Sample;

/// <summary>Somebody an account is made for: the first to hold this rank in this unit.</summary>
/// <param name="Key">Key of the person, and the mailbox before <c>@sample.example</c>.</param>
internal sealed record SampleAccount(string Key, string UnitKey, SampleRank Rank, SampleName Name);

/// <summary>Who holds the accounts of the sample. Leader, mentor and trainee belong to one tutor group, district and school to the trainee.</summary>
internal static class SampleAccounts
{
    public const string Admin = "admin";
    public const string District = "district";
    public const string School = "school";
    public const string Leader = "leader";
    public const string Mentor = "mentor";
    public const string Trainee = "trainee";
    public const string SecondAdmin = "admin2";

    public static readonly IReadOnlyList<SampleAccount> OfCity =
    [
        new(Admin, "institute/office", SampleRank.OfficeHead, SampleNames.Of("许", "文静", SampleGender.Female)),
        new(District, "conghua", SampleRank.DistrictOfficer, SampleNames.Of("梁", "志强", SampleGender.Male)),
        new(School, "conghua/taiping-town-central", SampleRank.Principal, SampleNames.Of("黄", "春梅", SampleGender.Female)),
        new(Leader, "yuexiu/dongfeng-west-road/english", SampleRank.SubjectHead, SampleNames.Of("苏", "玉琴", SampleGender.Female)),
        new(Mentor, "yuexiu/red-torch/english", SampleRank.SubjectHead, SampleNames.Of("何", "晓燕", SampleGender.Female)),
        new(Trainee, "conghua/taiping-town-central/english", SampleRank.NewTeacher, SampleNames.Of("陈", "晓兰", SampleGender.Female)),
    ];

    public static readonly IReadOnlyList<SampleAccount> OfCounty =
    [
        new(SecondAdmin, "college", SampleRank.OfficeHead, SampleNames.Of("钟", "建平", SampleGender.Male)),
    ];
}
