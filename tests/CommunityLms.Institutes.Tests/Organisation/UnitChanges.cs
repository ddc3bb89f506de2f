using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Tests.Organisation;

public sealed class UnitChanges
{
    private readonly ATree _tree = new();

    [Fact]
    public void Move_WhenTargetLiesBelowTheUnit_IsRefusedAsACircle() =>
        Broken(() => _tree.Move(_tree.Taiping, _tree.English)).ShouldBe(UnitRules.Circle);

    [Fact]
    public void Move_WhenTargetIsTheUnitItself_IsRefusedAsACircle() =>
        Broken(() => _tree.Move(_tree.Taiping, _tree.Taiping)).ShouldBe(UnitRules.Circle);

    [Fact]
    public void Move_WhenASchoolWouldStandBelowTheInstitute_IsRefused() =>
        Broken(() => _tree.Move(_tree.Taiping, _tree.Institute)).ShouldBe(UnitRules.WrongParent);

    [Fact]
    public void Move_WhenTargetIsArchived_IsRefused()
    {
        _tree.Yuexiu.Archive(_tree.Now, ATree.Today);
        Broken(() => _tree.Move(_tree.Taiping, _tree.Yuexiu)).ShouldBe(UnitRules.Archived);
    }

    [Fact]
    public void Move_WhenTheUnitIsArchived_IsRefused()
    {
        _tree.Liangkou.Archive(_tree.Now, ATree.Today);
        Broken(() => _tree.Move(_tree.Liangkou, _tree.Yuexiu)).ShouldBe(UnitRules.RestoreFirst);
    }

    [Fact]
    public void Move_OfTheInstitute_IsRefused() =>
        Broken(() => _tree.Move(_tree.Institute, _tree.Conghua)).ShouldBe(UnitRules.OneInstituteAtTheTop);

    [Fact]
    public void Move_ToAnotherDistrict_IsRememberedAndTold()
    {
        _tree.Move(_tree.Taiping, _tree.Yuexiu);

        _tree.Taiping.ParentId.ShouldBe(_tree.Yuexiu.Id);
        var line = _tree.Taiping.History[^1];
        (line.Kind, line.On, line.From, line.To).ShouldBe((UnitChangeKind.Moved, ATree.Today, "Conghua", "Yuexiu"));
        _tree.Taiping.Events.ShouldBe([new UnitMoved(_tree.Taiping.Id, _tree.Conghua.Id, _tree.Yuexiu.Id)]);
    }

    [Fact]
    public void Move_ToWhereItStands_ChangesNothing()
    {
        _tree.Move(_tree.Taiping, _tree.Conghua);

        _tree.Taiping.History.Count.ShouldBe(1);
        _tree.Taiping.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Merge_OfASchool_MovesItsUnitsAndArchivesIt()
    {
        _tree.Merge(_tree.Taiping, _tree.Liangkou);

        _tree.English.ParentId.ShouldBe(_tree.Liangkou.Id);
        (_tree.Taiping.ArchivedOn, _tree.Taiping.MergedIntoId).ShouldBe((ATree.Today, _tree.Liangkou.Id));
        _tree.Taiping.History[^1].To.ShouldBe("Liangkou");
        (_tree.Liangkou.History[^1].Kind, _tree.Liangkou.History[^1].From).ShouldBe((UnitChangeKind.TookIn, "Taiping"));
        _tree.Taiping.Events.ShouldBe([new UnitMerged(_tree.Taiping.Id, _tree.Liangkou.Id)]);
        _tree.English.Events.ShouldBe([new UnitMoved(_tree.English.Id, _tree.Taiping.Id, _tree.Liangkou.Id)]);
    }

    [Fact]
    public void Merge_WhenAUnitBelowIsLeftBehind_IsRefused() =>
        Broken(() => _tree.Taiping.MergeInto(_tree.Liangkou, [], _tree.Now, ATree.Today)).ShouldBe(UnitRules.StillHasUnits);

    [Fact]
    public void Merge_IntoAnotherKind_IsRefused() => Broken(() => _tree.Merge(_tree.Taiping, _tree.Yuexiu)).ShouldBe(UnitRules.MergeLike);

    [Fact]
    public void Merge_IntoItself_IsRefused() => Broken(() => _tree.Merge(_tree.Taiping, _tree.Taiping)).ShouldBe(UnitRules.MergeIntoItself);

    [Fact]
    public void Merge_IntoAnArchivedUnit_IsRefused()
    {
        _tree.Liangkou.Archive(_tree.Now, ATree.Today);
        Broken(() => _tree.Merge(_tree.Taiping, _tree.Liangkou)).ShouldBe(UnitRules.MergeIntoArchived);
    }

    [Fact]
    public void Archive_WhenUnitsBelowTakePart_IsRefused() => Broken(() => _tree.Taiping.Archive(_tree.Now, ATree.Today)).ShouldBe(UnitRules.StillHasUnits);

    [Fact]
    public void Archive_WhenUnitsBelowAreArchived_IsToldToOthers()
    {
        _tree.English.Archive(_tree.Now, ATree.Today);
        _tree.Taiping.Archive(_tree.Now, ATree.Today);

        _tree.Taiping.Events.ShouldBe([new UnitArchived(_tree.Taiping.Id)]);
    }

    [Fact]
    public void Archive_OfTheInstitute_IsRefused() => Broken(() => _tree.Institute.Archive(_tree.Now, ATree.Today)).ShouldBe(UnitRules.OneInstituteAtTheTop);

    [Fact]
    public void Restore_WhenTheUnitAboveIsArchived_IsRefused()
    {
        _tree.English.Archive(_tree.Now, ATree.Today);
        _tree.Taiping.Archive(_tree.Now, ATree.Today);

        Broken(() => _tree.English.Restore(_tree.Now, ATree.Today)).ShouldBe(UnitRules.ParentArchived);
    }

    [Fact]
    public void Restore_OfAMergedUnit_BringsItBackEmpty()
    {
        _tree.Merge(_tree.Taiping, _tree.Liangkou);
        _tree.Taiping.Restore(_tree.Now, ATree.Today);

        (_tree.Taiping.ArchivedOn, _tree.Taiping.MergedIntoId).ShouldBe((null, null));
        _tree.English.ParentId.ShouldBe(_tree.Liangkou.Id);
        _tree.Taiping.History[^1].Kind.ShouldBe(UnitChangeKind.Restored);
    }

    private static Rule Broken(Action act) => Should.Throw<RuleBroken>(act).Rule;
}
