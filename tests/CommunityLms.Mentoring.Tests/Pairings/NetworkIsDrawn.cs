using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Pairings.Picture;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Pairings;

public sealed class NetworkIsDrawn
{
    private static readonly Programme s_programme = A.Programme();

    [Theory]
    [InlineData("太平镇中心小学", "太平镇中心小学")]
    [InlineData("昌岗中路小学 英语科组", "昌岗中路小学|英语科组")]
    [InlineData("Taiping Town Central Primary School", "Taiping Town|Central Primary|School")]
    [InlineData("Conghua District", "Conghua District")]
    [InlineData("示例市第一实验小学附属学校", "示例市第一实验小学|附属学校")]
    public void Name_IsBrokenIntoLinesThatFit(string name, string lines) => string.Join('|', NetworkName.Of(name).Lines).ShouldBe(lines);

    [Fact]
    public void Picture_StandsInAnOrderInWhichLinesDontCross()
    {
        // As they are called, the line to the second would cross the one to the third.
        var picture = Draw(PairingLevel.School, Pair(City.Twinning(City.Tangdenan, City.More[0])), Pair(City.Twinning(City.Beixing, City.More[1])), Pair(City.Twinning(City.Tangdenan, City.More[2])));
        picture.Lines.OrderBy(l => l.From).ThenBy(l => l.To).Select(l => l.To).ShouldBeInOrder();
        (picture.Helping.Count, picture.Helped.Count, picture.Lines.Count).ShouldBe((2, 3, 3));
    }

    [Fact]
    public void Picture_ShowsADistrictAndItsOwnCentreAsTwo()
    {
        var picture = Draw(PairingLevel.District, Pair(City.Twinning(City.Huadu, City.Tianhe)), Pair(City.Twinning(helped: City.Huadu) with { HelpingId = null }));
        picture.Helping.Select(h => string.Concat(h.Name.Lines)).ShouldBe(["花都区", "花都区本区中心"], ignoreOrder: true);
    }

    [Fact]
    public void Contracts_AreThoseBetweenTheTwoUnitsInTheSubject()
    {
        var (all, maths) = (Pair(City.Twinning()), Guid.CreateVersion7());
        var english = Pair(City.Twinning(City.TangdenanEnglish, City.BeixingEnglish) with { SubjectId = A.English });
        var map = new PairingMap([all, english, Pair(City.Twinning(City.Tianhe, City.Huadu))],
            [new(City.Tangdenan.Id, City.Beixing.Id, A.English, 2), new(City.Tangdenan.Id, City.Beixing.Id, maths, 3), new(City.Beixing.Id, City.Tangdenan.Id, A.English, 7)], City.Tree);
        map.Pairings.Select(map.Contracts).ShouldBe([5, 2, 5]);
        map.ContractsOf(City.Huadu.Id).ShouldBe(5);
        (map.Below(map.Pairings[2], PairingLevel.School), map.Below(map.Pairings[2], PairingLevel.Department)).ShouldBe((1, 1));
    }

    private static Network Draw(PairingLevel level, params Pairing[] pairings) => new(new PairingMap(pairings, [], City.Tree), level, name => $"{name}本区中心");

    private static Pairing Pair(PairingPlan plan) => new(s_programme, plan, City.Tree);
}
