namespace CommunityLms.Institutes.Sample;

internal sealed record SampleName(string Family, string Given, string Latin, SampleGender Gender);

/// <summary>Names of people, made of small tables in which each character stands with its pinyin.</summary>
/// <remarks>No character here has two readings as a name and none after the first begins with a vowel, so pinyin can simply be joined.</remarks>
internal static class SampleNames
{
    private static readonly (string Character, string Pinyin)[] Families =
    [
        ("陈", "Chen"), ("林", "Lin"), ("黄", "Huang"), ("李", "Li"), ("张", "Zhang"), ("王", "Wang"),
        ("刘", "Liu"), ("梁", "Liang"), ("何", "He"), ("郭", "Guo"), ("罗", "Luo"), ("谢", "Xie"),
        ("邓", "Deng"), ("许", "Xu"), ("冯", "Feng"), ("苏", "Su"), ("叶", "Ye"), ("潘", "Pan"),
        ("杜", "Du"), ("钟", "Zhong"), ("方", "Fang"), ("江", "Jiang"), ("汤", "Tang"), ("温", "Wen"),
    ];

    private static readonly (string Character, string Pinyin)[] First =
    [
        ("晓", "xiao"), ("文", "wen"), ("思", "si"), ("嘉", "jia"), ("雨", "yu"), ("明", "ming"),
        ("海", "hai"), ("春", "chun"), ("秋", "qiu"), ("志", "zhi"), ("家", "jia"), ("子", "zi"),
        ("永", "yong"), ("佳", "jia"), ("玉", "yu"), ("国", "guo"), ("建", "jian"), ("立", "li"),
        ("小", "xiao"), ("安", "an"), ("景", "jing"), ("远", "yuan"), ("书", "shu"), ("若", "ruo"),
    ];

    private static readonly (string Character, string Pinyin)[] Feminine =
    [
        ("兰", "lan"), ("梅", "mei"), ("芳", "fang"), ("琴", "qin"), ("霞", "xia"), ("燕", "yan"),
        ("莹", "ying"), ("婷", "ting"), ("敏", "min"), ("慧", "hui"), ("静", "jing"), ("怡", "yi"),
        ("琳", "lin"), ("娟", "juan"), ("云", "yun"), ("雪", "xue"), ("菊", "ju"), ("珍", "zhen"),
    ];

    private static readonly (string Character, string Pinyin)[] Masculine =
    [
        ("强", "qiang"), ("军", "jun"), ("辉", "hui"), ("峰", "feng"), ("涛", "tao"), ("斌", "bin"),
        ("波", "bo"), ("勇", "yong"), ("杰", "jie"), ("华", "hua"), ("平", "ping"), ("亮", "liang"),
        ("伟", "wei"), ("松", "song"), ("龙", "long"), ("山", "shan"), ("宁", "ning"), ("锋", "feng"),
    ];

    private static readonly Dictionary<string, string> FamilyPinyin = Families.ToDictionary(row => row.Character, row => row.Pinyin);

    private static readonly Dictionary<string, string> GivenPinyin =
        First.Concat(Feminine).Concat(Masculine).ToDictionary(row => row.Character, row => row.Pinyin);

    /// <summary>A name out of the tables; three in four are women's, one in eight given names is a single character.</summary>
    public static SampleName Any(SampleRandom random)
    {
        var gender = random.Chance(75) ? SampleGender.Female : SampleGender.Male;
        var last = random.Pick(gender == SampleGender.Female ? Feminine : Masculine).Character;
        return Of(random.Pick(Families).Character, random.Chance(12) ? last : random.Pick(First).Character + last, gender);
    }

    /// <summary>A chosen name, with its pinyin.</summary>
    /// <exception cref="KeyNotFoundException">A character isn't in the tables.</exception>
    public static SampleName Of(string family, string given, SampleGender gender)
    {
        var latin = string.Concat(given.Select(character => GivenPinyin[character.ToString()]));
        return new(family, given, $"{FamilyPinyin[family]} {char.ToUpperInvariant(latin[0])}{latin[1..]}", gender);
    }
}
