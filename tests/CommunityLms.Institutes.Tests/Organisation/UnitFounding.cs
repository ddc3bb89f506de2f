using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Tests.Organisation;

public sealed class UnitFounding
{
    private readonly ATree _tree = new();

    public static TheoryData<UnitKind, UnitKind, bool> Places
    {
        get
        {
            var places = new TheoryData<UnitKind, UnitKind, bool>();
            (UnitKind, UnitKind)[] allowed =
            [
                (UnitKind.District, UnitKind.Institute), (UnitKind.County, UnitKind.Institute), (UnitKind.School, UnitKind.District), (UnitKind.School, UnitKind.County),
                (UnitKind.Department, UnitKind.Institute), (UnitKind.Department, UnitKind.District), (UnitKind.Department, UnitKind.County), (UnitKind.Department, UnitKind.School),
            ];
            foreach (var kind in Enum.GetValues<UnitKind>())
                foreach (var parent in Enum.GetValues<UnitKind>())
                    places.Add(kind, parent, allowed.Contains((kind, parent)));
            return places;
        }
    }

    [Theory, MemberData(nameof(Places))]
    public void Place_OfEachKind_IsAsTheInstituteIsBuilt(UnitKind kind, UnitKind parent, bool allowed) => UnitRules.MayStandBelow(kind, parent).ShouldBe(allowed);

    [Fact]
    public void School_WithoutADistrict_IsRefused() => Broken(() => _tree.Add(UnitKind.School, "Lost", _tree.Institute)).ShouldBe(UnitRules.WrongParent);

    [Fact]
    public void School_WithoutAnyParent_IsRefused() => Broken(() => _tree.Add(UnitKind.School, "Lost", parent: null)).ShouldBe(UnitRules.OneInstituteAtTheTop);

    [Fact]
    public void Institute_BelowAnother_IsRefused() => Broken(() => _tree.Add(UnitKind.Institute, "Second", _tree.Institute)).ShouldBe(UnitRules.OneInstituteAtTheTop);

    [Fact]
    public void School_BelowAnArchivedDistrict_IsRefused()
    {
        _tree.Yuexiu.Archive(_tree.Now, ATree.Today);
        Broken(() => _tree.Add(UnitKind.School, "Late", _tree.Yuexiu)).ShouldBe(UnitRules.Archived);
    }

    [Fact]
    public void School_WithoutASetting_IsRefused() =>
        Broken(() => Found(UnitKind.School, new("Nowhere"), _tree.Conghua)).ShouldBe(UnitRules.SchoolNeedsSetting);

    [Fact]
    public void Department_WithASettingOfItsOwn_IsRefused() =>
        Broken(() => Found(UnitKind.Department, new("Maths", Setting: UnitSetting.Urban), _tree.Taiping)).ShouldBe(UnitRules.NoSettingOfItsOwn);

    [Fact]
    public void Name_WhenBlank_IsRefused() =>
        Broken(() => Found(UnitKind.District, new("  "), _tree.Institute)).ShouldBe(UnitRules.NameMissing);

    [Fact]
    public void Code_WhenTooLong_IsRefusedBesideItsField()
    {
        var broken = Should.Throw<RuleBroken>(() => Found(UnitKind.District, new("District", Code: new string('x', 61)), _tree.Institute));
        (broken.Rule.Message, broken.Rule.Field).ShouldBe((UnitRules.TooLong.Message, "Code"));
    }

    [Fact]
    public void CodeKey_WithAndWithoutACode_IsThereToBeUnique()
    {
        Found(UnitKind.District, new("District", Code: " ch "), _tree.Institute).CodeKey.ShouldBe("CH");
        _tree.Conghua.CodeKey.ShouldNotBe(_tree.Yuexiu.CodeKey);
    }

    [Fact]
    public void Change_OfNameAndSetting_IsRemembered()
    {
        _tree.Taiping.Change(new("Taiping Town Central ", Setting: UnitSetting.Village), ATree.Today);

        _tree.Taiping.History.Skip(1).Select(c => (c.Kind, c.From, c.To)).ShouldBe(
            [(UnitChangeKind.Renamed, "Taiping", "Taiping Town Central"), (UnitChangeKind.SettingChanged, "Rural", "Village")]);
    }

    [Fact]
    public void Change_OfTheAddressOnly_LeavesNoLine()
    {
        _tree.Taiping.Change(ATree.Details(UnitKind.School, "Taiping ") with { Address = "1 School Road" }, ATree.Today);

        _tree.Taiping.History.Count.ShouldBe(1);
        _tree.Taiping.Address.ShouldBe("1 School Road");
    }

    [Fact]
    public void Change_OfAnArchivedUnit_IsRefused()
    {
        _tree.Liangkou.Archive(_tree.Now, ATree.Today);
        Broken(() => _tree.Liangkou.Change(ATree.Details(UnitKind.School, "New"), ATree.Today)).ShouldBe(UnitRules.RestoreFirst);
    }

    private static Unit Found(UnitKind kind, UnitDetails details, Unit parent) => new(kind, details, parent, ATree.Today);

    private static Rule Broken(Action act) => Should.Throw<RuleBroken>(act).Rule;
}
