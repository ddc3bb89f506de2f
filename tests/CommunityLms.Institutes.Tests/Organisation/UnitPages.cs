using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>The pages of the organisation, on the sample city. Each test uses units of its own.</summary>
public abstract class UnitPages<TDatabase>(SampleHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    private const string Admin = "admin", District = "district", Member = "mentor";

    [Fact]
    public async Task Tree_WhenOpened_ShowsUnitsWithTheirPeople()
    {
        var page = await (await host.SignedIn(Admin)).Open("/institutes/units");

        var people = await host.Stored(db => db.Employments.Where(e => e.To == null).Select(e => e.PersonId).Distinct().CountAsync());
        page.Text.ShouldContain("Conghua District rural district,");
        page.Text.ShouldContain($"institute, {people} people");
        page.Html.ShouldContain("<details");
    }

    [Fact]
    public async Task Tree_WhenSearchedByLatinNameChineseNameOrCode_FindsTheSchoolWithItsPath()
    {
        var school = await Unit("Taiping Town Central Primary School");
        foreach (var words in new[] { "taiping central", school.Name, school.Code })
        {
            var page = await (await host.SignedIn(Admin)).Open($"/institutes/units?q={Uri.EscapeDataString(words!)}");
            page.Text.ShouldContain("Taiping Town Central Primary School rural school,");
            page.Text.ShouldContain("Conghua District");
            page.Text.ShouldNotContain("Yuexiu District");
        }
    }

    [Fact]
    public async Task Tree_WhenFilteredByKindAndSetting_ShowsOnlyThese()
    {
        var page = await (await host.SignedIn(Admin)).Open("/institutes/units?kind=District&setting=Urban");

        page.Text.ShouldContain("Yuexiu District");
        page.Text.ShouldNotContain("Conghua District");
    }

    [Fact]
    public async Task Tree_ForAMember_OpensOnlyTheirOwnUnits()
    {
        var page = await (await host.SignedIn(Member)).Open("/institutes/units");

        page.Main.ShouldContain((await Unit("Red Torch Primary School")).Id.ToString());
        page.Main.ShouldNotContain((await Unit("Yuexiu District")).Id.ToString());
        page.Text.ShouldContain("Yuexiu District");
        page.Text.ShouldNotContain("Conghua District");
    }

    [Fact]
    public async Task Tree_InChinese_IsWrittenInChinese()
    {
        var page = await (await host.SignedIn(Admin)).Open("/institutes/units?culture=zh-Hans");

        page.Text.ShouldContain("组织机构");
        page.Text.ShouldContain("从化区");
        page.Text.ShouldNotContain("people");
    }

    [Fact]
    public async Task Unit_WhenOpened_ShowsFactsPeopleAndHistory()
    {
        var school = await Unit("Taiping Town Central Primary School");
        var page = await (await host.SignedIn(Admin)).Open($"/institutes/units/{school.Id}");

        page.Text.ShouldContain(school.Code!);
        page.Text.ShouldContain("Conghua District");
        page.Text.ShouldContain("People here");
        page.Text.ShouldContain("Founded");
        page.Text.ShouldContain("English");
    }

    [Fact]
    public async Task Unit_WhenAddedBelowADistrict_StandsThere()
    {
        var district = await Unit("Panyu District");
        var browser = await host.SignedIn(Admin);
        await browser.Open($"/institutes/units/add?parentId={district.Id}");

        var wrong = await browser.Submit(("Kind", "School"), ("Input.Name", "新建小学"), ("Input.Code", "NEW-1"));
        wrong.Text.ShouldContain("Say whether the school is urban, rural or in a village.");
        wrong.Main.ShouldContain("新建小学", Case.Sensitive, "what was typed stays");
        var page = await browser.Submit(("Kind", "School"), ("Input.Name", "新建小学"), ("Input.Code", "NEW-1"), ("Input.Setting", "Village"));

        page.Text.ShouldContain("The unit is added.");
        (await Where(u => u.Name == "新建小学")).ParentId.ShouldBe(district.Id);
    }

    [Fact]
    public async Task Unit_WhenItsCodeBelongsToAnArchivedOne_IsRefused()
    {
        var district = await Unit("Tianhe District");
        var archived = await Added(district.Id, "Gone", "GONE-1");
        await host.Stored(async db => { (await db.Units.SingleAsync(u => u.Id == archived.Id)).Archive(new([]), new(2026, 1, 1)); return await db.SaveChangesAsync(); });
        var browser = await host.SignedIn(Admin);
        await browser.Open($"/institutes/units/add?parentId={district.Id}");

        var page = await browser.Submit(("Kind", "School"), ("Input.Name", "Other"), ("Input.Code", "gone-1"), ("Input.Setting", "Urban"));

        page.Text.ShouldContain("The code gone-1 belongs to another unit.");
    }

    [Fact]
    public async Task Unit_WhenTwoEditIt_ShowsTheSecondBothVersions()
    {
        var school = await Added((await Unit("Huadu District")).Id, "Two editors", "EDIT-1");
        var (first, second) = (await host.SignedIn(Admin), await host.SignIn(Admin));
        await first.Open($"/institutes/units/{school.Id}/edit");
        await second.Open($"/institutes/units/{school.Id}/edit");
        await first.Submit(("Input.Name", "From the first"), ("Input.Code", "EDIT-1"), ("Input.Setting", "Rural"), ("Input.Address", "1 School Road"));

        var both = await second.Submit(("Input.Name", "From the second"), ("Input.Code", "EDIT-1"), ("Input.Setting", "Rural"));

        both.Text.ShouldContain("Stored now");
        both.Text.ShouldContain("From the first");
        both.Main.ShouldContain("From the second");
        both.Text.ShouldContain("1 School Road");
        (await Where(u => u.Id == school.Id)).Name.ShouldBe("From the first");

        await second.Submit(("Input.Name", "From the second"), ("Input.Code", "EDIT-1"), ("Input.Setting", "Rural"));
        (await Where(u => u.Id == school.Id)).Name.ShouldBe("From the second");
    }

    [Fact]
    public async Task Unit_WhenMoved_IsShownWithWhatMovesAndStandsBelowItsNewParent()
    {
        var (school, to) = (await Unit("Liuxi Primary School"), await Unit("Baiyun District"));
        var browser = await host.SignedIn(Admin);
        var check = await browser.Open($"/institutes/units/{school.Id}/move?otherId={to.Id}");
        check.Text.ShouldContain("Move “Liuxi Primary School” below “Baiyun District”");
        check.Text.ShouldContain("by a grant on Conghua District");

        var page = await browser.Submit();

        page.Text.ShouldContain("Moved from “从化区” to “白云区”");
        (await Where(u => u.Id == school.Id)).ParentId.ShouldBe(to.Id);
    }

    [Fact]
    public async Task Unit_WhenChangedBetweenCheckAndMove_IsShownAgainFirst()
    {
        var (school, to) = (await Unit("Xining Primary School"), await Unit("Baiyun District"));
        var browser = await host.SignedIn(Admin);
        await browser.Open($"/institutes/units/{school.Id}/move?otherId={to.Id}");
        await host.Stored(async db => { (await db.Units.SingleAsync(u => u.Id == school.Id)).Change(new("西宁第一小学", "Xining Primary School", school.Code, school.Setting), new(2026, 9, 1)); return await db.SaveChangesAsync(); });

        var again = await browser.Submit();

        again.Text.ShouldContain("Somebody else changed this meanwhile.");
        (await Where(u => u.Id == school.Id)).ParentId.ShouldNotBe(to.Id);
        await browser.Submit();
        (await Where(u => u.Id == school.Id)).ParentId.ShouldBe(to.Id);
    }

    [Fact]
    public async Task Unit_WhenMovedOutOfTheOwnDistrict_IsRefusedToTheDistrictOfficer()
    {
        var (school, foreign) = (await Unit("Binjiang Primary School"), await Unit("Yuexiu District"));
        var browser = await host.SignedIn(District);
        (await browser.Open($"/institutes/units/{school.Id}/move?otherId={foreign.Id}")).Text.ShouldNotContain("Check before you move");

        var refused = await browser.Post($"/institutes/units/{school.Id}/move", ("OtherId", foreign.Id.ToString()), ("Stamp", school.ConcurrencyStamp.ToString()));

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Where(u => u.Id == school.Id)).ParentId.ShouldNotBe(foreign.Id);
    }

    [Fact]
    public async Task Units_WhenMerged_CarryChildrenAndPeopleOver()
    {
        var (from, into) = (await Unit("Changgang Middle Road Primary School"), await Unit("Haizhu Experimental Primary School"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var people = await host.Stored(db => db.Employments.Where(e => e.UnitId == from.Id && e.To == null).Select(e => e.PersonId).Distinct().ToListAsync());
        people.ShouldNotBeEmpty();
        var browser = await host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{from.Id}/merge?otherId={into.Id}")).Text.ShouldContain("Merge “Changgang Middle Road Primary School” into “Haizhu Experimental Primary School”");

        (await browser.Submit()).Text.ShouldContain($"Took in “{from.Name}”");

        (await Where(u => u.Id == from.Id)).MergedIntoId.ShouldBe(into.Id);
        (await host.Stored(db => db.Units.CountAsync(u => u.ParentId == from.Id))).ShouldBe(0);
        (await host.Stored(db => db.Employments.CountAsync(e => e.UnitId == from.Id && (e.To == null || e.To >= today)))).ShouldBe(0);
        (await host.Stored(db => db.Employments.Where(e => e.UnitId == from.Id && e.To == today.AddDays(-1)).Select(e => e.PersonId).Distinct().CountAsync())).ShouldBe(people.Count);
        (await host.Stored(db => db.Employments.Where(e => e.UnitId == into.Id && e.From == today && people.Contains(e.PersonId)).Select(e => e.PersonId).Distinct().CountAsync())).ShouldBe(people.Count);
    }

    [Fact]
    public async Task Unit_WhenArchivedAndRestored_LosesItsSealAndKeepsItsHistory()
    {
        var school = await Added((await Unit("Nansha District")).Id, "Closing", "CLOSE-1");
        await host.Stored(async db => { db.Add(new Institutes.Seals.Seal(school.Id, "The seal")); return await db.SaveChangesAsync(); });
        var browser = await host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}/archive")).Text.ShouldContain("Withdrawn today: The seal");

        (await browser.Submit()).Text.ShouldContain("archived");
        (await host.Stored(db => db.Seals.SingleAsync(s => s.UnitId == school.Id))).WithdrawnOn.ShouldNotBeNull();
        (await browser.Submit()).Text.ShouldContain("Restored");
        (await Where(u => u.Id == school.Id)).ArchivedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Unit_WhenUnitsBelowTakePart_IsNotArchived()
    {
        var district = await Unit("Conghua District");
        var browser = await host.SignedIn(Admin);
        await browser.Open($"/institutes/units/{district.Id}/archive");

        (await browser.Submit()).Text.ShouldContain("still has active units below it");
        (await Where(u => u.Id == district.Id)).ArchivedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Unit_WhenNeverUsed_IsDeleted()
    {
        var school = await Added((await Unit("Liwan District")).Id, "By mistake", "DEL-1");
        var browser = await host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}")).Main.ShouldContain($"/institutes/units/{school.Id}/delete");
        await browser.Open($"/institutes/units/{school.Id}/delete");

        (await browser.Submit()).Path.ShouldBe("/institutes/units");
        (await host.Stored(db => db.Units.AnyAsync(u => u.Id == school.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Unit_WhenPeopleOrHistoryReferToIt_IsNotDeleted()
    {
        var school = await Unit("Fangcun Primary School");
        var browser = await host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}")).Main.ShouldNotContain("/delete\"");
        await browser.Open($"/institutes/units/{school.Id}/delete");

        (await browser.Submit()).Text.ShouldContain("has people or history, so it can't be deleted. Archive it instead.");
        (await Where(u => u.Id == school.Id)).Name.ShouldBe(school.Name);
    }

    [Theory]
    [InlineData(""), InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete")]
    public async Task Page_WithAnIdOfTheOtherInstitute_IsNotFound(string page)
    {
        var foreign = await host.Stored(db => db.Units.FirstAsync(u => u.Kind == UnitKind.School), second: true);
        var browser = await host.SignedIn(Admin);

        (await browser.Open($"/institutes/units/{foreign.Id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete"), InlineData("?handler=Restore")]
    public async Task Form_WithAnIdOfTheOtherInstitute_IsNotFoundAndChangesNothing(string page)
    {
        var foreign = await host.Stored(db => db.Units.FirstAsync(u => u.Kind == UnitKind.School), second: true);
        var browser = await host.SignedIn(Admin);
        await browser.Open("/institutes/units");
        var (stamp, own) = (foreign.ConcurrencyStamp.ToString(), (await Unit("Conghua District")).Id.ToString());
        (string, string?)[] form = [("Input.Name", "Stolen"), ("Input.Setting", "Rural"), ("Stamp", stamp), ("Input.Stamp", stamp), ("OtherId", own)];

        (await browser.Post($"/institutes/units/{foreign.Id}{page}", form)).Status.ShouldBe(HttpStatusCode.NotFound);

        var after = await host.Stored(db => db.Units.SingleAsync(u => u.Id == foreign.Id), second: true);
        after.ConcurrencyStamp.ShouldBe(foreign.ConcurrencyStamp);
    }

    [Theory]
    [InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete")]
    public async Task Page_ThatChanges_IsRefusedToAMember(string page)
    {
        var own = await Unit("Red Torch Primary School");
        (await (await host.SignedIn(Member)).Open($"/institutes/units/{own.Id}{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_OfAUnitBeyondTheOwn_IsRefused()
    {
        var foreign = await Unit("Conghua District");
        (await (await host.SignedIn(Member)).Open($"/institutes/units/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.SignedIn(District)).Open($"/institutes/units/{(await Unit("Yuexiu District")).Id}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_ForAVisitor_AsksToSignIn() => (await host.Open().Open("/institutes/units")).Path.ShouldStartWith("/account/sign-in");

    private Task<Unit> Unit(string latinName) => Where(u => u.LatinName == latinName);

    private Task<Unit> Where(System.Linq.Expressions.Expression<Func<Unit, bool>> which) => host.Stored(db => db.Units.AsNoTracking().SingleAsync(which));

    private Task<Unit> Added(Guid districtId, string name, string code) => host.Stored(async db =>
    {
        var unit = new Unit(UnitKind.School, new(name, null, code, UnitSetting.Rural), await db.Units.SingleAsync(u => u.Id == districtId), new(2026, 9, 1));
        db.Add(unit);
        await db.SaveChangesAsync();
        return unit;
    });
}

public sealed class UnitPagesOnSqlite(SampleHost<SqliteDatabase> host) : UnitPages<SqliteDatabase>(host), IClassFixture<SampleHost<SqliteDatabase>>;

public sealed class UnitPagesOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : UnitPages<PostgreSqlDatabase>(host), IClassFixture<SampleHost<PostgreSqlDatabase>>;
