using System.Net;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Subjects;

[Collection(OnSqlite.Name)]
public sealed class SubjectPages(SampleHost<SqliteDatabase> host)
{
    [Fact]
    public async Task Usual_WhenAdded_JoinTheExistingOnesOnce()
    {
        var browser = await host.SignedIn("admin2");
        var before = await Codes(second: true);
        await browser.Open("/institutes/subjects");

        await browser.Post("/institutes/subjects?handler=Usual");
        var page = await browser.Open("/institutes/subjects");

        page.Text.ShouldContain("Information Technology");
        page.Text.ShouldNotContain("Add the usual ones");
        (await Codes(second: true)).ShouldBe(before.Union(UsualSubjects.All.Select(s => s.Code)), ignoreOrder: true);
    }

    [Fact]
    public async Task Subject_WhenTwoEditIt_ShowsTheSecondBothVersions()
    {
        var subject = await host.Stored(db => db.Subjects.SingleAsync(s => s.Code == "MOR"));
        var browser = await host.SignedIn("admin");
        await browser.Open($"/institutes/subjects/edit/{subject.Id}");
        await host.Stored(async db => { (await db.Subjects.SingleAsync(s => s.Id == subject.Id)).Change("MOR", "From the first", latinName: null); return await db.SaveChangesAsync(); });

        var both = await browser.Submit(("Input.Code", "MOR"), ("Input.Name", "From the second"));

        both.Text.ShouldContain("From the first");
        both.Main.ShouldContain("From the second");
        (await host.Stored(db => db.Subjects.Where(s => s.Id == subject.Id).Select(s => s.Name).SingleAsync())).ShouldBe("From the first");
    }

    [Fact]
    public async Task Subject_WhenItsCodeIsTaken_IsRefusedBesideTheField()
    {
        var browser = await host.SignedIn("admin");
        await browser.Open("/institutes/subjects/edit");

        (await browser.Submit(("Input.Code", "eng"), ("Input.Name", "English again"))).Text.ShouldContain("The code ENG belongs to another subject.");
    }

    [Fact]
    public async Task Subject_OfTheOtherInstitute_IsNotFound()
    {
        var foreign = await host.Stored(db => db.Subjects.FirstAsync(), second: true);
        var browser = await host.SignedIn("admin");
        (await browser.Open($"/institutes/subjects/edit/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.Open("/institutes/subjects");

        (await browser.Post("/institutes/subjects?handler=Archive", ("id", foreign.Id.ToString()), ("stamp", foreign.ConcurrencyStamp.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Stored(db => db.Subjects.SingleAsync(s => s.Id == foreign.Id), second: true)).ArchivedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Subjects_ForWhoMayEditOnlyADistrict_CanOnlyBeSeen()
    {
        var officer = await host.SignedIn("district");
        (await officer.Open("/institutes/subjects")).Text.ShouldNotContain("Add a subject");
        (await officer.Post("/institutes/subjects?handler=Usual")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.Open("/institutes/subjects/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Subject_WhenArchived_IsNotChangedBeforeItIsRestored()
    {
        var subject = new Subject("art", "美术", latinName: null);
        subject.Archive(new(2026, 9, 1));

        Should.Throw<RuleBroken>(() => subject.Change("ART", "Fine arts", latinName: null)).Rule.ShouldBe(SubjectRules.RestoreFirst);
        subject.Restore();
        subject.Change("ART", "Fine arts", latinName: null);
        subject.Name.ShouldBe("Fine arts");
    }

    private Task<List<string>> Codes(bool second) => host.Stored(db => db.Subjects.Select(s => s.Code).ToListAsync(), second);
}
