using System.Net;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>Moving, merging, archiving and deleting units on the sample city. Each test changes units of its own.</summary>
public abstract class UnitMoves<TDatabase>(SampleHost<TDatabase> host) : OnTheSample<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Unit_WhenMoved_IsShownWithWhatMovesAndStandsBelowItsNewParent()
    {
        var (school, to) = (await Unit("Liuxi Primary School"), await Unit("Baiyun District"));
        var browser = await Host.SignedIn(Admin);
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
        var browser = await Host.SignedIn(Admin);
        await browser.Open($"/institutes/units/{school.Id}/move?otherId={to.Id}");
        await Host.Stored(async db => { (await db.Units.SingleAsync(u => u.Id == school.Id)).Change(new("西宁第一小学", "Xining Primary School", school.Code, school.Setting), new(2026, 9, 1)); return await db.SaveChangesAsync(); });

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
        var browser = await Host.SignedIn(District);
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
        var people = await Host.Stored(db => db.Employments.Where(e => e.UnitId == from.Id && e.To == null).Select(e => e.PersonId).Distinct().ToListAsync());
        people.ShouldNotBeEmpty();
        var browser = await Host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{from.Id}/merge?otherId={into.Id}")).Text.ShouldContain("Merge “Changgang Middle Road Primary School” into “Haizhu Experimental Primary School”");

        (await browser.Submit()).Text.ShouldContain($"Took in “{from.Name}”");

        (await Where(u => u.Id == from.Id)).MergedIntoId.ShouldBe(into.Id);
        (await Host.Stored(db => db.Units.CountAsync(u => u.ParentId == from.Id))).ShouldBe(0);
        (await Host.Stored(db => db.Employments.CountAsync(e => e.UnitId == from.Id && (e.To == null || e.To >= today)))).ShouldBe(0);
        (await Host.Stored(db => db.Employments.Where(e => e.UnitId == from.Id && e.To == today.AddDays(-1)).Select(e => e.PersonId).Distinct().CountAsync())).ShouldBe(people.Count);
        (await Host.Stored(db => db.Employments.Where(e => e.UnitId == into.Id && e.From == today && people.Contains(e.PersonId)).Select(e => e.PersonId).Distinct().CountAsync())).ShouldBe(people.Count);
    }

    [Fact]
    public async Task Unit_WhenArchivedAndRestored_LosesItsSealAndKeepsItsHistory()
    {
        var school = await Added((await Unit("Nansha District")).Id, "Closing", "CLOSE-1");
        await Host.Stored(async db => { db.Add(new Institutes.Seals.Seal(school.Id, school.Kind, "The seal")); return await db.SaveChangesAsync(); });
        var browser = await Host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}/archive")).Text.ShouldContain("Withdrawn today: The seal");

        (await browser.Submit()).Text.ShouldContain("archived");
        (await Host.Stored(db => db.Seals.SingleAsync(s => s.UnitId == school.Id))).WithdrawnOn.ShouldNotBeNull();
        (await browser.Submit()).Text.ShouldContain("Restored");
        (await Where(u => u.Id == school.Id)).ArchivedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Unit_WhenUnitsBelowTakePart_IsNotArchived()
    {
        var district = await Unit("Conghua District");
        var browser = await Host.SignedIn(Admin);
        await browser.Open($"/institutes/units/{district.Id}/archive");

        (await browser.Submit()).Text.ShouldContain("still has active units below it");
        (await Where(u => u.Id == district.Id)).ArchivedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Unit_WhenNeverUsed_IsDeleted()
    {
        var school = await Added((await Unit("Liwan District")).Id, "By mistake", "DEL-1");
        var browser = await Host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}")).Main.ShouldContain($"/institutes/units/{school.Id}/delete");
        await browser.Open($"/institutes/units/{school.Id}/delete");

        (await browser.Submit()).Path.ShouldBe("/institutes/units");
        (await Host.Stored(db => db.Units.AnyAsync(u => u.Id == school.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Unit_WhenPeopleOrHistoryReferToIt_IsNotDeleted()
    {
        var school = await Unit("Fangcun Primary School");
        var browser = await Host.SignedIn(Admin);
        (await browser.Open($"/institutes/units/{school.Id}")).Main.ShouldNotContain("/delete\"");
        await browser.Open($"/institutes/units/{school.Id}/delete");

        (await browser.Submit()).Text.ShouldContain("has people or history, so it can't be deleted. Archive it instead.");
        (await Where(u => u.Id == school.Id)).Name.ShouldBe(school.Name);
    }
}

[Collection(OnSqlite.Name)]
public sealed class UnitMovesOnSqlite(SampleHost<SqliteDatabase> host) : UnitMoves<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class UnitMovesOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : UnitMoves<PostgreSqlDatabase>(host);
