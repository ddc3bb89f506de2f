using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Data.Imports;

namespace CommunityLms.Institutes.Tests.Imports;

public sealed class ImportingUnits(ImportWorld world) : IClassFixture<ImportWorld>, IAsyncLifetime
{
    private const string Heading = "Code,Name,Kind,Parent code,Setting";
    private TestInstitute _institute = null!;

    public async ValueTask InitializeAsync() => _institute = await TestInstitute.Found(world);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Rows_WhenChildrenStandBeforeParents_AreAllAdded()
    {
        var run = await _institute.Import("units", Heading, "P-1-E,英语组,Department,P-1,", "P-1,番禺一小,School,P,Urban", "P,番禺,District,,Urban");

        run.State.ShouldBe(ImportState.Done);
        run.Counts().ShouldBe((3, 0, 0, 0));
        (await _institute.Unit("P-1-E")).ParentId.ShouldBe((await _institute.Unit("P-1")).Id);
        (await _institute.Unit("P")).ParentId.ShouldBe((await _institute.Unit("INST")).Id);
        (await _institute.Unit("P-1")).History.Single().Kind.ShouldBe(UnitChangeKind.Founded);
    }

    [Fact]
    public async Task Rows_WhenWrittenInChinese_AreUnderstood()
    {
        await _institute.Import("units", "单位编码,单位名称,类型,上级编码,地域类型,地址", "th-2,天河二小,学校,th,城区,体育路 2 号");

        var unit = await _institute.Unit("th-2");
        unit.ParentId.ShouldBe((await _institute.Unit("TH")).Id);
        (unit.Kind, unit.Setting, unit.Address).ShouldBe((UnitKind.School, UnitSetting.Urban, "体育路 2 号"));
    }

    [Fact]
    public async Task Row_WhenItsCodeIsStored_ChangesAndMovesThatUnit()
    {
        var run = await _institute.Import("units", Heading, "CH-1,从化实验小学,School,TH,Urban", "TH-1-M,数学组,Department,TH-1,");

        run.Counts().ShouldBe((0, 1, 1, 0));
        var unit = await _institute.Unit("CH-1");
        (unit.Name, unit.Setting, unit.ParentId).ShouldBe(("从化实验小学", UnitSetting.Urban, (await _institute.Unit("TH")).Id));
        unit.History.Select(h => h.Kind).ShouldBe([UnitChangeKind.Founded, UnitChangeKind.Renamed, UnitChangeKind.SettingChanged, UnitChangeKind.Moved], ignoreOrder: true);
    }

    [Fact]
    public async Task Column_WhenTheFileHasNone_LeavesWhatIsStored()
    {
        await _institute.Import("units", "Code,Name,Kind", "CH-1,从化中心小学,School");

        var unit = await _institute.Unit("CH-1");
        (unit.Name, unit.LatinName, unit.Setting, unit.ParentId).ShouldBe(("从化中心小学", "Conghua No. 1", UnitSetting.Village, (await _institute.Unit("CH")).Id));
    }

    [Fact]
    public async Task Cell_WhenEmptyInAColumnThatIsThere_ClearsWhatIsStored()
    {
        await _institute.Import("units", "Code,Name,Kind,Latin name", "CH-1,从化一小,School,");

        (await _institute.Unit("CH-1")).LatinName.ShouldBeNull();
    }

    [Theory]
    [InlineData("TH-9,某校,School,NIX,Urban", "2 Parent code: There is no unit with the code NIX, neither stored nor in this file. Correct the code, or add a row for the unit.")]
    [InlineData("TH-9,某校,School,,Urban", "2 Parent code: A school stands below a district or county. Enter its code.")]
    [InlineData("CH-1,从化一小,School,,Village", "2 Parent code: A school stands below a district or county. Enter its code.")]
    [InlineData("CH-1,从化一小,School,INST,Village", "2 Parent code: A school stands below a district or county. Enter its code.")]
    [InlineData("TH-9,某校,School,TH-1,Urban", "2 Parent code: There is no place for a school below a school. Choose another unit.")]
    [InlineData("TH-9,某区,District,TH,Urban", "2 Parent code: There is no place for a district below a district. Choose another unit.")]
    [InlineData("TH-9,某院,Institute,,", "2 Parent code: The institute stands at the top and stays there.")]
    [InlineData("TH-9,某校,School,TH,", "2 Setting: Say whether the school is urban, rural or in a village.")]
    [InlineData("TH-1-M,数学组,Department,TH-1,Urban", "2 Setting: The setting of a department is that of the unit above it. Leave it empty.")]
    [InlineData("TH-1,天河一小,Department,TH,", "2 Kind: The stored unit with this code is a school. Its kind can't be changed; use another code for a new unit.")]
    [InlineData("INST,新院,Institute,,", "2 Name: The institute itself isn't changed by an import. Leave its row as it was exported, or delete it.")]
    [InlineData(",某校,School,TH,Urban", "2 Code: Enter a value. This column can't be empty.")]
    [InlineData("TH-9,某校,Kindergarten,TH,Urban", "2 Kind: Use one of these words: District / 区 / 市辖区, County / 县 / 县（市） / 县级市, School / 学校, Department / 教研组 / 科室 / 部门, Institute / 机构.")]
    public async Task Row_WhenItCantBe_IsSaidBesideRowAndColumn(string row, string said)
    {
        var run = await _institute.Check("units", Heading, row);

        run.Said().ShouldBe([said]);
        run.Counts().ShouldBe((0, 0, 0, 1));
    }

    [Fact]
    public async Task Rows_WhenTheyFormACircle_AreEachToldTheWay()
    {
        var run = await _institute.Check("units", Heading, "A,甲,School,B,Urban", "B,乙,School,C,Urban", "C,丙,School,A,Urban", "A-1,甲组,Department,A,");

        run.Said().ShouldBe(
        [
            "2 Parent code: The unit would stand below itself: A → B → C → A. Correct the code of the unit above in one of these rows.",
            "3 Parent code: The unit would stand below itself: B → C → A → B. Correct the code of the unit above in one of these rows.",
            "4 Parent code: The unit would stand below itself: C → A → B → C. Correct the code of the unit above in one of these rows.",
            "5 Parent code: The unit A above it has a problem of its own in this file. Correct that row first.",
        ]);
    }

    [Fact]
    public async Task Row_WhenAStoredUnitIsPutBelowItself_IsRefused()
    {
        var run = await _institute.Check("units", Heading, "TH,天河,District,TH-1-M,Urban");

        run.Said().ShouldBe(["2 Parent code: The unit would stand below itself: TH → TH-1-M → TH-1 → TH. Correct the code of the unit above in one of these rows."]);
    }

    [Fact]
    public async Task Rows_WhenTheyHaveOneCode_AreBothRefused()
    {
        var run = await _institute.Check("units", Heading, "TH-9,某校,School,TH,Urban", "th-9,某校,School,TH,Urban");

        run.Said().ShouldBe(["2 Code: Row 3 has the same code. Give each unit its own, or delete one of the rows.", "3 Code: Row 2 has the same code. Give each unit its own, or delete one of the rows."]);
    }

    [Fact]
    public async Task Row_WhenTheUnitAboveIsArchived_IsRefused()
    {
        await _institute.Ask(async db =>
        {
            var unit = db.Units.Single(u => u.Code == "CH-1");
            unit.Archive(new([]), TestInstitute.Today);
            return await db.SaveChangesAsync();
        });

        var run = await _institute.Check("units", Heading, "CH-1-M,数学组,Department,CH-1,", "CH-1,从化一小,School,CH,Village");

        run.Said().ShouldBe(["2 Parent code: “从化一小” is archived. Restore it first, or choose another unit.", "3 Code: “从化一小” is archived. Restore it first."]);
    }

    [Fact]
    public async Task Row_WhenBeyondTheReachOfWhoImports_IsRefused()
    {
        var file = TestInstitute.Csv(Heading, "TH-2,天河二小,School,TH,Urban", "TH-2-M,数学组,Department,TH-2,", "CH-2,从化二小,School,CH,Rural", "CH-1,改名,School,CH,Village", "TH-1,天河一小,School,CH,Urban");

        var run = await _institute.Check("units", file, _institute.Officer);

        run.Said().ShouldBe(
        [
            "4 Parent code: You may not add or move units below “从化”. Choose another unit, or ask somebody who may.",
            "5 Code: You may not change the unit with this code. Delete the row, or ask somebody who may.",
            "6 Parent code: You may not add or move units below “从化”. Choose another unit, or ask somebody who may.",
        ]);
        run.Counts().ShouldBe((2, 0, 0, 3));
    }
}
