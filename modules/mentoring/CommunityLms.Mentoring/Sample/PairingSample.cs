using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Sample;

/// <summary>
/// The city's plan of pairings as far as its account can be read (P2): districts, schools, departments, and the six urban schools of Huangpu with
/// three village schools each. Where the account names one side only, it is left out; which of the four schools of Conghua's centre helps which
/// of the nine is ours. All are agreed, but those of one school, so that there is something to try.
/// </summary>
internal static class PairingSample
{
    private const string Own = "";
    private const string StillDrawnUp = "码头路";

    /// <summary>Rural districts, each with those that help it; <see cref="Own"/> is its own centre.</summary>
    private static readonly (string Helped, string[] Helping)[] s_districts =
    [
        ("白云", ["荔湾", Own]), ("增城", ["海珠"]), ("花都", ["天河", "海珠"]), ("番禺", [Own, "海珠"]), ("萝岗", ["海珠", "荔湾"]), ("从化", ["越秀", Own]), ("南沙", ["越秀", "番禺"]),
    ];

    private static readonly (string Helping, string[] Helped, string? Scope)[] s_schools =
    [
        ("沙湾", ["良口"], null),
        ("芳村", ["吕田镇第二"], null),
        ("东风西路", ["新城"], null),
        ("红火炬", ["太平镇中心"], null),
        ("棠德南", ["北兴"], "先期为语文、英语、科学，后扩展到综合实践活动和少先队工作"),
        ("西关实验", ["横沥中心"], "数学"),
        ("景西", ["红星"], "英语"),
        ("港湾路", ["禾田村", "竹湖村", "石桥村"], null),
        ("灯塔", ["柳塘村", "松岭村", "梅坑村"], null),
        ("海员路", ["荷塘村", "稻香村", "麦园村"], null),
        ("船坞", ["桑园村", "榕荫村", "溪头村"], null),
        ("东江", ["山前村", "水口村", "新围村"], null),
        (StillDrawnUp, ["田心村", "井泉村", "花桥村"], null),
    ];

    /// <summary>Schools whose English departments help those of others.</summary>
    private static readonly (string Helping, string[] Helped)[] s_departments =
    [
        ("昌岗中路", ["小楼镇中心"]), ("流溪", ["云岭", "松坡", "银杏"]), ("西宁", ["桃溪", "枫林"]), ("滨江", ["竹林", "茶园"]), ("新城", ["青石", "石泉"]),
    ];

    private static readonly IReadOnlyList<CadencePlan> s_ofDepartments = [new("集体备课", 1, CadencePeriod.TwoWeeks), new("学科双向交流", 1, CadencePeriod.Semester)];

    public static IEnumerable<Pairing> Of(Programme programme, Guid english, OrganisationTree tree)
    {
        var districts = tree.All.Where(u => u.Kind == UnitKind.District).ToDictionary(u => u.Name.Name);
        var schools = tree.All.Where(u => u.Kind == UnitKind.School).ToDictionary(u => u.Name.Name);
        foreach (var (helped, helping) in s_districts)
            foreach (var other in helping)
                yield return Agreed(new(districts[$"{helped}区"].Id, other == Own ? null : districts[$"{other}区"].Id, SubjectId: null, programme.From, programme.To, Scope: null, []));
        foreach (var (helping, helped, scope) in s_schools)
            foreach (var other in helped)
            {
                var plan = new PairingPlan(School(other).Id, School(helping).Id, SubjectId: null, programme.From, programme.To, scope, CadencePlan.Twinning);
                yield return helping == StillDrawnUp ? new(programme, plan, tree) : Agreed(plan);
            }
        foreach (var (helping, helped) in s_departments)
            foreach (var other in helped)
                yield return Agreed(new(EnglishOf(other).Id, EnglishOf(helping).Id, english, programme.From, programme.To, Scope: null, s_ofDepartments));

        UnitInfo School(string name) => schools[$"{name}小学"];

        UnitInfo EnglishOf(string school) => tree.ChildrenOf(School(school).Id).Single(u => u.Name.Name == "英语科组");

        Pairing Agreed(PairingPlan plan)
        {
            var pairing = new Pairing(programme, plan, tree);
            pairing.Agree(programme.From);
            return pairing;
        }
    }
}
