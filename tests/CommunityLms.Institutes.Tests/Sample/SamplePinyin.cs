using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SamplePinyin
{
    /// <summary>Written down a second time, in the order of the alphabet, so that a slip in the tables doesn't agree with itself.</summary>
    private const string Families = """
        Chen 陈 Deng 邓 Du 杜 Fang 方 Feng 冯 Guo 郭 He 何 Huang 黄 Jiang 江 Li 李 Liang 梁 Lin 林
        Liu 刘 Luo 罗 Pan 潘 Su 苏 Tang 汤 Wang 王 Wen 温 Xie 谢 Xu 许 Ye 叶 Zhang 张 Zhong 钟
        """;

    private const string Given = """
        an 安 bin 斌 bo 波 chun 春 fang 芳 feng 峰锋 guo 国 hai 海 hua 华 hui 慧辉 jia 佳嘉家 jian 建 jie 杰 jing 静景
        ju 菊 juan 娟 jun 军 lan 兰 li 立 liang 亮 lin 琳 long 龙 mei 梅 min 敏 ming 明 ning 宁 ping 平 qiang 强 qin 琴
        qiu 秋 ruo 若 shan 山 shu 书 si 思 song 松 tao 涛 ting 婷 wei 伟 wen 文 xia 霞 xiao 晓小 xue 雪 yan 燕 yi 怡
        ying 莹 yong 勇永 yu 雨玉 yuan 远 yun 云 zhen 珍 zhi 志 zi 子
        """;

    [Fact]
    public void Names_OfEverybody_CarryTheirPinyin()
    {
        var (families, given) = (Read(Families), Read(Given));
        var people = SampleCity.Scale(20_000, 1, SampleDays.Autumn).People.Concat(SampleCity.Create(1, SampleDays.Autumn).People);
        foreach (var person in people)
        {
            var second = string.Concat(person.GivenName.Select(character => given[character]));
            person.LatinName.ShouldBe($"{families[person.FamilyName.Single()]} {second[..1].ToUpperInvariant()}{second[1..]}");
        }
    }

    [Fact]
    public void Trainee_IsCalledChenXiaolan()
    {
        var trainee = SampleCity.Create(1, SampleDays.Autumn).People.Single(person => person.Key == "trainee");
        (trainee.FamilyName, trainee.GivenName, trainee.LatinName).ShouldBe(("陈", "晓兰", "Chen Xiaolan"));
    }

    private static Dictionary<char, string> Read(string table) => table
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .SelectMany(pair => pair[1].Select(character => (character, pinyin: pair[0])))
        .ToDictionary(row => row.character, row => row.pinyin);
}
