using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>Looking at the organisation, adding and editing units, on the sample city. Each test changes units of its own.</summary>
public abstract class UnitPages<TDatabase>(SampleHost<TDatabase> host) : OnTheSample<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Tree_WhenOpened_ShowsUnitsWithTheirPeople()
    {
        var page = await (await Host.SignedIn(Admin)).Open("/institutes/units");

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var people = await Host.Stored(db => db.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).Select(e => e.PersonId).Distinct().CountAsync());
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
            var page = await (await Host.SignedIn(Admin)).Open($"/institutes/units?q={Uri.EscapeDataString(words!)}");
            page.Text.ShouldContain("Taiping Town Central Primary School rural school,");
            page.Text.ShouldContain("Conghua District");
            page.Text.ShouldNotContain("Yuexiu District");
        }
    }

    [Fact]
    public async Task Tree_WhenFilteredByKindAndSetting_ShowsOnlyThese()
    {
        var page = await (await Host.SignedIn(Admin)).Open("/institutes/units?kind=District&setting=Urban");

        page.Text.ShouldContain("Yuexiu District");
        page.Text.ShouldNotContain("Conghua District");
    }

    [Fact]
    public async Task Tree_ForAMember_OpensOnlyTheirOwnUnits()
    {
        var page = await (await Host.SignedIn(Member)).Open("/institutes/units");

        page.Main.ShouldContain((await Unit("Red Torch Primary School")).Id.ToString());
        page.Main.ShouldNotContain((await Unit("Yuexiu District")).Id.ToString());
        page.Text.ShouldContain("Yuexiu District");
        page.Text.ShouldNotContain("Conghua District");
    }

    [Fact]
    public async Task Tree_InChinese_IsWrittenInChinese()
    {
        var page = await (await Host.SignedIn(Admin)).Open("/institutes/units?culture=zh-Hans");

        page.Text.ShouldContain("组织机构");
        page.Text.ShouldContain("从化区");
        page.Text.ShouldNotContain("people");
    }

    [Fact]
    public async Task Unit_WhenOpened_ShowsFactsPeopleAndHistory()
    {
        var school = await Unit("Taiping Town Central Primary School");
        var page = await (await Host.SignedIn(Admin)).Open($"/institutes/units/{school.Id}");

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
        var browser = await Host.SignedIn(Admin);
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
        await Host.Stored(async db => { (await db.Units.SingleAsync(u => u.Id == archived.Id)).Archive(new([]), new(2026, 1, 1)); return await db.SaveChangesAsync(); });
        var browser = await Host.SignedIn(Admin);
        await browser.Open($"/institutes/units/add?parentId={district.Id}");

        var page = await browser.Submit(("Kind", "School"), ("Input.Name", "Other"), ("Input.Code", "gone-1"), ("Input.Setting", "Urban"));

        page.Text.ShouldContain("The code gone-1 belongs to another unit.");
    }

    [Fact]
    public async Task Unit_WhenTwoEditIt_ShowsTheSecondBothVersions()
    {
        var school = await Added((await Unit("Huadu District")).Id, "Two editors", "EDIT-1");
        var (first, second) = (await Host.SignedIn(Admin), await Host.SignIn(Admin));
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
}

[Collection(OnSqlite.Name)]
public sealed class UnitPagesOnSqlite(SampleHost<SqliteDatabase> host) : UnitPages<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class UnitPagesOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : UnitPages<PostgreSqlDatabase>(host);
