using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleUnitsOfTheCity
{
    private readonly SampleCity _city = SampleCity.Create(1, SampleDays.Autumn);

    public static TheoryData<string> Institutes => ["city", "county", "scale"];

    [Theory, MemberData(nameof(Institutes))]
    public void Units_WhenReadInOrder_HaveTheirParentBeforeThem(string institute)
    {
        var seen = new Dictionary<string, SampleUnit>();
        foreach (var unit in Of(institute).Units)
        {
            var parent = unit.ParentKey is null ? null : seen[unit.ParentKey];
            UnitKind?[] mayStandAbove = unit.Kind switch
            {
                UnitKind.Institute => [null],
                UnitKind.District or UnitKind.County => [UnitKind.Institute],
                UnitKind.School => [UnitKind.District, UnitKind.County],
                _ => [UnitKind.School, UnitKind.Institute],
            };
            mayStandAbove.ShouldContain(parent?.Kind, unit.Key);
            unit.Since.ShouldBeGreaterThanOrEqualTo(parent?.Kind == UnitKind.School ? parent.Since : DateOnly.MinValue);
            seen.Add(unit.Key, unit);
        }
    }

    [Theory, MemberData(nameof(Institutes))]
    public void Units_WhenCompared_ShareNoCode(string institute) => Of(institute).Units.Select(unit => unit.Code).ShouldBeUnique();

    [Theory, MemberData(nameof(Institutes))]
    public void Schools_WhenTheyStandInAVillage_HaveNoDepartments(string institute)
    {
        var units = Of(institute).Units;
        foreach (var school in units.Where(unit => unit.Kind == UnitKind.School))
        {
            units.Any(unit => unit.ParentKey == school.Key).ShouldBe(school.Setting != UnitSetting.Village, school.Key);
        }
    }

    [Fact]
    public void Districts_OfTheCity_AreThoseOfThePractice()
    {
        Districts(UnitSetting.Urban).ShouldBe(["Yuexiu", "Liwan", "Haizhu", "Tianhe", "Huangpu"], ignoreOrder: true);
        Districts(UnitSetting.Rural).ShouldBe(["Baiyun", "Zengcheng", "Huadu", "Panyu", "Luogang", "Conghua", "Nansha"], ignoreOrder: true);
        _city.Units.Where(unit => unit.Kind == UnitKind.District).ShouldAllBe(district => Schools(district.Key).Count() >= 2);
    }

    [Fact]
    public void Institute_OfTheCity_HasASectionForEachSubject() =>
        _city.Subjects.Select(subject => $"{subject.LatinName} Section")
            .ShouldBeSubsetOf(_city.Units.Where(unit => unit.ParentKey == "institute").Select(unit => unit.LatinName));

    [Theory]
    [InlineData("panyu", "Shawan", "沙湾")]
    [InlineData("conghua", "Liangkou", "良口")]
    [InlineData("liwan", "Fangcun", "芳村")]
    [InlineData("conghua", "Lutian Town No. 2", "吕田镇第二")]
    [InlineData("conghua", "Xincheng", "新城")]
    [InlineData("yuexiu", "Red Torch", "红火炬")]
    [InlineData("conghua", "Taiping Town Central", "太平镇中心")]
    [InlineData("tianhe", "Tangdenan", "棠德南")]
    [InlineData("huadu", "Beixing", "北兴")]
    [InlineData("yuexiu", "Dongfeng West Road", "东风西路")]
    [InlineData("liwan", "Xiguan Experimental", "西关实验")]
    [InlineData("haizhu", "Haizhu Experimental", "海珠实验")]
    [InlineData("nansha", "Hengli Central", "横沥中心")]
    [InlineData("haizhu", "Changgang Middle Road", "昌岗中路")]
    [InlineData("zengcheng", "Xiaolou Town Central", "小楼镇中心")]
    [InlineData("baiyun", "Jingxi", "景西")]
    [InlineData("baiyun", "Hongxing", "红星")]
    [InlineData("conghua", "Liuxi", "流溪")]
    [InlineData("conghua", "Xining", "西宁")]
    [InlineData("conghua", "Binjiang", "滨江")]
    public void School_WhenThePracticeNamesIt_StandsInItsDistrict(string district, string latinName, string name) =>
        Schools(district).ShouldContain(school => school.LatinName == $"{latinName} Primary School" && school.Name == $"{name}小学");

    [Fact]
    public void Huangpu_HasThreeVillageSchoolsForEachOfSixUrbanOnes()
    {
        Schools("huangpu").Count(school => school.Setting == UnitSetting.Urban).ShouldBe(6);
        Schools("huangpu").Count(school => school.Setting == UnitSetting.Village).ShouldBe(6 * 3);
    }

    [Fact]
    public void Conghua_HasNineRuralSchoolsBesideTheNamedThree() => Schools("conghua").Count(school => school.Setting == UnitSetting.Rural).ShouldBe(3 + 9);

    private static SampleCity Of(string institute) => institute switch
    {
        "city" => SampleCity.Create(1, SampleDays.Autumn),
        "county" => SampleCity.Second(1, SampleDays.Autumn),
        _ => SampleCity.Scale(20_000, 1, SampleDays.Autumn),
    };

    private IEnumerable<SampleUnit> Schools(string district) => _city.Units.Where(unit => unit.ParentKey == district);

    private IEnumerable<string> Districts(UnitSetting setting) => _city.Units
        .Where(unit => unit.Kind == UnitKind.District && unit.Setting == setting)
        .Select(unit => unit.LatinName.Replace(" District", "", StringComparison.Ordinal));
}
