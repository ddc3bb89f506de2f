using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>A city of any size: the districts of the sample, each with as many schools as the number of people asks for.</summary>
internal static class SampleScale
{
    // No two characters of a table sound alike: keys are made of the pinyin.
    private static readonly (string Character, string Pinyin)[] First =
    [
        ("青", "Qing"), ("松", "Song"), ("竹", "Zhu"), ("石", "Shi"), ("云", "Yun"), ("溪", "Xi"), ("湖", "Hu"), ("桥", "Qiao"), ("莲", "Lian"), ("梅", "Mei"),
        ("荷", "He"), ("桃", "Tao"), ("柳", "Liu"), ("榕", "Rong"), ("枫", "Feng"), ("海", "Hai"), ("沙", "Sha"), ("白", "Bai"), ("金", "Jin"), ("银", "Yin"),
    ];

    private static readonly (string Character, string Pinyin)[] Last =
    [
        ("岭", "ling"), ("塘", "tang"), ("田", "tian"), ("坡", "po"), ("园", "yuan"), ("泉", "quan"), ("湾", "wan"), ("洲", "zhou"), ("江", "jiang"), ("坪", "ping"),
        ("林", "lin"), ("口", "kou"), ("围", "wei"), ("门", "men"), ("山", "shan"), ("港", "gang"), ("浦", "pu"), ("坑", "keng"), ("渡", "du"), ("潭", "tan"),
    ];

    public static SamplePlan Plan(int people) => new(
        "institute", "示例大市教学研究院", "Sample Great City Institute of Teaching Research", "GC", "G", "7", "示例大市", HasSections: true,
        SampleSubjects.Of("CMESD"), Districts(people), Accounts: [], Namesakes: []);

    /// <summary>Deals schools out to the districts in turn until there is a post for everybody.</summary>
    private static SampleDistrictPlan[] Districts(int people)
    {
        var templates = SampleSchools.Districts;
        var schools = templates.Select(_ => new List<SampleSchoolPlan>()).ToArray();
        for (var (index, posts) = (0, 0); posts < people; index++)
        {
            var district = index % templates.Count;
            var school = School(index, schools[district].Count, templates[district].Setting);
            schools[district].Add(school);
            posts += school.Staff;
        }

        return [.. templates.Select((template, index) => template with { TutorGroup = $"{template.Name}导师组", Schools = schools[index] })];
    }

    /// <summary>The first school of a district leads; every fourth of a rural one stands in a village.</summary>
    private static SampleSchoolPlan School(int index, int rank, UnitSetting setting)
    {
        var (name, latinName) = Name(index);
        return (setting, rank % 4) switch
        {
            (UnitSetting.Rural, 3) => new($"{name}村", $"{latinName} Village", UnitSetting.Village, "CM", Teachers: 4, New: 1),
            (UnitSetting.Rural, _) => new(name, latinName, UnitSetting.Rural, "CMESD", Teachers: 18, New: 3, Tutors: 5, Leads: rank == 0),
            _ => new(name, latinName, UnitSetting.Urban, "CMESD", Teachers: 32, New: 2, Tutors: 5, Leads: rank == 0),
        };
    }

    /// <summary>Four hundred place names; the next four hundred schools are each place's number two, and so on.</summary>
    private static (string Name, string LatinName) Name(int index)
    {
        var (first, last) = (First[index % First.Length], Last[index / First.Length % Last.Length]);
        var number = (index / (First.Length * Last.Length)) + 1;
        var (name, latinName) = (first.Character + last.Character, first.Pinyin + last.Pinyin);
        return number == 1 ? (name, latinName) : ($"{name}第{number}", $"{latinName} No. {number}");
    }
}
