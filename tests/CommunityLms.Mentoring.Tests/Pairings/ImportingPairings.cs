using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pairings;

/// <summary>The city's plan from a table: good rows in, bad ones said by row and column, all of it taken back.</summary>
[Collection(OnPages.Name)]
public sealed class ImportingPairings(MentoringHost<SqliteDatabase> host)
{
    private const string Heading = "项目,受援单位,支援单位,学科,合作内容,商定日期";
    private const string Programme = "城乡英语教师结对";
    private const string PairHeading = "项目,学科,导师工号,学员工号";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfGoodRows_DrawsThemUpAndIsTakenBack()
    {
        var admin = await Person("许文静");
        var run = await host.Check(admin, "pairings", Heading,
            $"{Programme},榴园小学,星汇小学,,语文,2026-11-22",
            $"{Programme},Liuyuan Primary School English Department,星汇小学 英语科组,ENG,,",
            $"{Programme},增城区,本区中心,,,");
        run.Said().ShouldBeEmpty();
        run.Counts().ShouldBe((3, 0, 0, 0));

        run = await host.Apply(admin, run);
        run.State.ShouldBe(ImportState.Done);
        var school = await Stored("榴园小学");
        (school.Level, school.State, school.Scope, school.Cadence.Count).ShouldBe((PairingLevel.School, PairingState.Agreed, "语文", CadencePlan.Twinning.Count));
        (await host.Check(admin, "pairings", await host.Export(admin, "pairings"))).Counts().ShouldBe((0, 0, (await host.Export(admin, "pairings")).Length - 1, 0));
        var changed = await host.Apply(admin, await host.Check(admin, "pairings", Heading, $"{Programme},榴园小学,星汇小学,,语文和数学,"));
        (changed.ToChange, (await Stored("榴园小学")).State).ShouldBe((1, PairingState.Draft));
        (await host.Undo(admin, changed)).State.ShouldBe(ImportState.Undone);
        (await Stored("榴园小学")).Scope.ShouldBe("语文");

        // The pairing was changed since, even if only there and back.
        (await host.Undo(admin, run)).State.ShouldBe(ImportState.Done);
        var other = await host.Apply(admin, await host.Check(admin, "pairings", Heading, $"{Programme},花溪小学,星汇小学,,,"));
        (await host.Undo(admin, other)).State.ShouldBe(ImportState.Undone);
        (await host.Export(admin, "pairings")).ShouldNotContain(l => l.Contains(Code("花溪小学").Result, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("没有的项目,北兴小学,星汇小学,,,", "2 项目: There is no programme of this name")]
    [InlineData($"{Programme},没有的小学,星汇小学,,,", "2 受援单位: No unit that takes part has this code or name")]
    [InlineData($"{Programme},北兴小学,英语科组,,,", "2 支援单位: Several units are called so")]
    [InlineData($"{Programme},北兴小学,天河区,,,", "2 支援单位: A district helps a district, a school a school")]
    [InlineData($"{Programme},北兴小学,北兴小学,,,", "2 支援单位: A unit doesn’t help itself")]
    [InlineData($"{Programme},北兴小学,本区中心,,,", "2 支援单位: Choose the unit that helps. Only a district")]
    [InlineData($"{Programme},北兴小学,星汇小学,XXX,,", "2 学科: The institute has no subject")]
    [InlineData($"{Programme},北兴小学,星汇小学,MAT,,", "2 学科: The programme doesn’t have this subject")]
    [InlineData($"{Programme},北兴小学,,,,", "2 支援单位: Enter a value")]
    public async Task Row_WhenItCantBe_IsSaidBesideRowAndColumn(string row, string said)
    {
        var run = await host.Check(await Person("许文静"), "pairings", Heading, row);
        run.Said().ShouldHaveSingleItem().ShouldStartWith(said);
        run.Counts().ShouldBe((0, 0, 0, 1));
    }

    [Fact]
    public async Task Rows_WhenTheySayTheSameOrAreOutOfReach_AreBad()
    {
        var run = await host.Check(await Person("梁志强"), "pairings", Heading, $"{Programme},云岭小学,青云里小学,,,", $"{Programme},云岭小学,青云里小学,,,", $"{Programme},北兴小学,青云里小学,,,");
        run.Counts().ShouldBe((1, 0, 0, 2));
        run.Said().ShouldBe(["3 支援单位: Row 2 says the same. Delete one of the rows.", "4 受援单位: You may not draw up pairings for “北兴小学”. Delete the row, or ask somebody who may."]);
    }

    [Fact]
    public async Task Pairs_WhenTheyMayBePaired_BecomeContracts()
    {
        var admin = await Person("许文静");
        var (mentor, trainee, paired, programme) = await Free();
        var run = await host.Check(admin, "teacher-pairs", PairHeading,
            $"{Programme},ENG,{mentor},{trainee}", $"{Programme},英语,{mentor},{trainee}", $"{Programme},ENG,{mentor},{mentor}", $"{Programme},ENG,{mentor},{paired}", $"{Programme},ENG,NIX,{trainee}", $"{Programme},MAT,{mentor},{trainee}");
        run.Counts().ShouldBe((1, 0, 0, 5));
        string[] said = ["3 学员工号: Row 2 gives the trainee a mentor", "4 导师工号: Nobody is their own mentor", "5 学员工号: The trainee has a mentor", "6 导师工号: Nobody here has this staff number", "7 "];
        run.Said().Zip(said).ShouldAllBe(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal));

        run = await host.Apply(admin, run, onlyGood: true);
        run.State.ShouldBe(ImportState.Done);
        var contract = await Eventually.Get(() => host.Stored(db => db.Contracts.AsNoTracking().Include(c => c.Stages).Include(c => c.Asked).OrderByDescending(c => c.Id).FirstAsync(Cancel)), c => c.Awaited.Count > 0);
        (contract.ProgrammeId, contract.State, contract.Stages.Count).ShouldBe((programme, ContractState.Draft, 4));
        (await host.Check(admin, "teacher-pairs", await host.Export(admin, "teacher-pairs"))).Bad.ShouldBe(0);
        // Its workflow has begun: it is withdrawn, not taken back.
        (await host.Undo(admin, run)).State.ShouldBe(ImportState.Done);
    }

    /// <summary>An urban and a rural teacher of English without a contract, a trainee with one, by their numbers.</summary>
    private async Task<(string Mentor, string Trainee, string Paired, Guid Programme)> Free()
    {
        var programme = await host.Stored(db => db.Programmes.Include(p => p.Subjects).SingleAsync(p => p.Name == Programme, Cancel));
        var trainees = await host.Stored(db => db.Contracts.Where(c => c.ProgrammeId == programme.Id).OrderBy(c => c.Id).Select(c => c.TraineeId).ToListAsync(Cancel));
        return await host.As(null, async services =>
        {
            var tree = await services.GetRequiredService<IOrganisation>().Tree(Cancel);
            var posts = (await services.GetRequiredService<ITeaching>().PostsIn([programme.Subjects[0].SubjectId], programme.From, programme.To, Cancel)).Where(p => p.Covers(programme.From, programme.To)).OrderBy(p => p.PersonId);
            var people = services.GetRequiredService<IPeople>();
            var free = posts.Where(p => !trainees.Contains(p.PersonId)).ToLookup(p => tree.Above(p.UnitId, UnitKind.School)?.Setting, p => p.PersonId);
            var found = await people.Find([free[UnitSetting.Urban].Last(), free[UnitSetting.Rural].Last(), trainees[0]], Cancel);
            return (found[free[UnitSetting.Urban].Last()].StaffNumber, found[free[UnitSetting.Rural].Last()].StaffNumber, found[trainees[0]].StaffNumber, programme.Id);
        });
    }

    private async Task<Pairing> Stored(string helped)
    {
        var code = await Code(helped);
        var unit = await host.As(null, async services => (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).All.Single(u => u.Code == code).Id);
        return await host.Stored(db => db.Pairings.AsNoTracking().Include(p => p.Cadence).SingleAsync(p => p.HelpedId == unit, Cancel));
    }

    private Task<string> Code(string name) => host.As(null, async services => (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).All.Single(u => u.Name.Name == name).Code!);

    private Task<Actor> Person(string name) => host.As(null, async services =>
    {
        var found = (await services.GetRequiredService<IDirectory>().Colleagues(name, Cancel))[0];
        return new Actor((await services.GetRequiredService<IPeople>().Find([found.Id], Cancel))[found.Id].AccountId!.Value, name, found.Id);
    });
}
