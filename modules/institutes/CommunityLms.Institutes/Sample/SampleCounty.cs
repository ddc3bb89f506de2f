using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>A county's teachers' college: six units, and some people who bear the names of the city's account holders, so that a leak would catch the eye.</summary>
internal static class SampleCounty
{
    public static readonly SamplePlan Plan = new(
        "college", "示范县教师进修学校", "Model County Teachers' College", "MC", "K", "9", "示例省", HasSections: false, SampleSubjects.Of("CME"),
        [
            new("示范县", "Model County", UnitKind.County, UnitSetting.Rural, "示范县导师组",
            [
                new("示范镇中心", "Model Town Central", UnitSetting.Rural, "CM", Teachers: 8, New: 2, Tutors: 4, Leads: true),
                new("示范村", "Model Village", UnitSetting.Village, "CME", Teachers: 3, New: 2),
            ]),
        ],
        SampleAccounts.OfCounty,
        [.. SampleAccounts.OfCity.Select(account => account.Name)]);
}
