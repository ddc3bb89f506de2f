using CommunityLms.Institutes.Contracts;
using static CommunityLms.Institutes.Contracts.UnitSetting;

namespace CommunityLms.Institutes.Sample;

/// <summary>
/// The districts and schools of the city programme (practice P2), with invented ones beside those the account names.
/// A rural district's "own centre" are its urban schools. Haizhu's tutors are the sixteen it chose, Nansha's its team of more than fifty.
/// </summary>
internal static class SampleSchools
{
    public static readonly IReadOnlyList<SampleDistrictPlan> Districts =
    [
        District("越秀", "Yuexiu", Urban, "越秀从化导师组",
        [   // name           in English              setting  subjects teachers new tutors
            new("东风西路",    "Dongfeng West Road",   Urban,   "CMESD", 6,       0,  5, Leads: true),
            new("红火炬",      "Red Torch",            Urban,   "CMESD", 6,       0,  5),
            new("青云里",      "Qingyun Lane",         Urban,   "CMESD", 5,       0,  3),
        ]),
        District("荔湾", "Liwan", Urban, "荔湾白云导师组",
        [
            new("西关实验",    "Xiguan Experimental",  Urban,   "MCESD", 6,       0,  5, Leads: true),
            new("芳村",        "Fangcun",              Urban,   "CMESD", 5,       0,  5),
            new("莲溪",        "Lianxi",               Urban,   "CMESD", 5,       0,  2),
        ]),
        District("海珠", "Haizhu", Urban, "海珠导师组",
        [
            new("海珠实验",    "Haizhu Experimental",  Urban,   "CMESD", 7,       0,  7, Leads: true),
            new("昌岗中路",    "Changgang Middle Road", Urban,  "ECMSD", 7,       0,  7),
            new("榕景",        "Rongjing",             Urban,   "CMESD", 5,       0,  1),
            new("潮音",        "Chaoyin",              Urban,   "MCESD", 5,       0,  1),
        ]),
        District("天河", "Tianhe", Urban, "天河花都导师组",
        [
            new("棠德南",      "Tangdenan",            Urban,   "CESMD", 6,       0,  5, Leads: true),
            new("星汇",        "Xinghui",              Urban,   "CMESD", 5,       0,  5),
        ]),
        District("黄埔", "Huangpu", Urban, "黄埔导师组",
        [   // Six urban schools, each followed by the three village schools it helps.
            new("港湾路",      "Gangwan Road",         Urban,   "CMESD", 5,       0,  5, Leads: true),
            .. Villages(("禾田", "Hetian"), ("竹湖", "Zhuhu"), ("石桥", "Shiqiao")),
            new("灯塔",        "Dengta",               Urban,   "CMESD", 5,       0,  5),
            .. Villages(("柳塘", "Liutang"), ("松岭", "Songling"), ("梅坑", "Meikeng")),
            new("海员路",      "Haiyuan Road",         Urban,   "CME",   3,       0,  1),
            .. Villages(("荷塘", "Hetang"), ("稻香", "Daoxiang"), ("麦园", "Maiyuan")),
            new("船坞",        "Chuanwu",              Urban,   "MCE",   3,       0,  1),
            .. Villages(("桑园", "Sangyuan"), ("榕荫", "Rongyin"), ("溪头", "Xitou")),
            new("东江",        "Dongjiang",            Urban,   "CME",   3,       0,  1),
            .. Villages(("山前", "Shanqian"), ("水口", "Shuikou"), ("新围", "Xinwei")),
            new("码头路",      "Matou Road",           Urban,   "ECM",   3,       0,  1),
            .. Villages(("田心", "Tianxin"), ("井泉", "Jingquan"), ("花桥", "Huaqiao")),
        ]),
        District("白云", "Baiyun", Rural, "荔湾白云导师组",
        [
            new("景西",        "Jingxi",               Urban,   "ECM",   4,       0,  2),
            new("红星",        "Hongxing",             Rural,   "ECM",   3,       1),
            new("松涛",        "Songtao",              Rural,   "CME",   3,       1),
        ]),
        District("增城", "Zengcheng", Rural, null,
        [
            new("小楼镇中心",  "Xiaolou Town Central", Rural,   "ECM",   4,       1),
            new("荔枝岗",      "Lizhigang",            Rural,   "CME",   3,       1),
            new("青荔",        "Qingli",               Rural,   "CME",   3,       1),
        ]),
        District("花都", "Huadu", Rural, null,
        [
            new("北兴",        "Beixing",              Rural,   "CESM",  4,       1),
            new("花溪",        "Huaxi",                Rural,   "CME",   3,       1),
            new("榴园",        "Liuyuan",              Rural,   "CME",   3,       1),
        ]),
        District("番禺", "Panyu", Rural, "番禺导师组",
        [
            new("沙湾",        "Shawan",               Urban,   "CMESD", 5,       0,  5, Leads: true),
            new("莲塘",        "Liantang",             Urban,   "CMESD", 5,       0,  5),
            new("沙洲",        "Shazhou",              Rural,   "CME",   3,       1),
            new("桥头",        "Qiaotou",              Rural,   "CME",   3,       1),
        ]),
        District("萝岗", "Luogang", Rural, null,
        [
            new("梅园",        "Meiyuan",              Rural,   "CME",   3,       1),
            new("橙岭",        "Chengling",            Rural,   "CME",   3,       1),
        ]),
        District("从化", "Conghua", Rural, "越秀从化导师组",
        [   // Four schools of the centre, whose English departments help those of the nine last.
            new("流溪",        "Liuxi",                Urban,   "ECM",   4,       0,  1),
            new("西宁",        "Xining",               Urban,   "ECM",   4,       0,  1),
            new("滨江",        "Binjiang",             Urban,   "ECM",   4,       0,  1),
            new("新城",        "Xincheng",             Urban,   "ECM",   4,       0,  1),
            new("太平镇中心",  "Taiping Town Central", Rural,   "ECMSD", 5,       2),
            new("良口",        "Liangkou",             Rural,   "CME",   3,       1),
            new("吕田镇第二",  "Lutian Town No. 2",    Rural,   "CME",   3,       1),
            new("云岭",        "Yunling",              Rural,   "EC",    2,       1),
            new("桃溪",        "Taoxi",                Rural,   "EM",    2,       1),
            new("竹林",        "Zhulin",               Rural,   "EC",    2,       1),
            new("青石",        "Qingshi",              Rural,   "EM",    2,       1),
            new("松坡",        "Songpo",               Rural,   "EC",    2,       1),
            new("枫林",        "Fenglin",              Rural,   "EM",    2,       1),
            new("茶园",        "Chayuan",              Rural,   "EC",    2,       1),
            new("石泉",        "Shiquan",              Rural,   "EM",    2,       1),
            new("银杏",        "Yinxing",              Rural,   "EC",    2,       1),
        ]),
        District("南沙", "Nansha", Rural, "南沙导师组",
        [
            new("横沥中心",    "Hengli Central",       Rural,   "MCESD", 8,       1, 10, Leads: true),
            new("海心",        "Haixin",               Rural,   "CMESD", 7,       1,  9),
            new("芦湾",        "Luwan",                Rural,   "CMESD", 6,       1,  8),
            new("万帆",        "Wanfan",               Rural,   "CME",   4,       1,  5),
            new("渔歌",        "Yuge",                 Rural,   "CME",   4,       1,  5),
            new("沙尾",        "Shawei",               Rural,   "CME",   4,       1,  5),
            new("潮田",        "Chaotian",             Rural,   "CME",   4,       1,  5),
            new("鸥洲",        "Ouzhou",               Rural,   "CME",   4,       1,  5),
        ]),
    ];

    private static SampleDistrictPlan District(
        string name, string latinName, UnitSetting setting, string? tutorGroup, IReadOnlyList<SampleSchoolPlan> schools) =>
        new($"{name}区", $"{latinName} District", UnitKind.District, setting, tutorGroup, schools);

    private static IEnumerable<SampleSchoolPlan> Villages(params (string Name, string LatinName)[] villages) =>
        villages.Select(village => new SampleSchoolPlan($"{village.Name}村", $"{village.LatinName} Village", Village, "CM", Teachers: 0, New: 1));
}
