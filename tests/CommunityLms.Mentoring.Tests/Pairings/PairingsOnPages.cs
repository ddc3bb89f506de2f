using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pairings;

/// <summary>A pairing as an officer draws it up, prints and ends it, page by page and without a script.</summary>
[Collection(OnPages.Name)]
public sealed class PairingsOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pairing_WhenAnOfficerDrawsItUp_IsPrintedAgreedChangedAndEnded()
    {
        var (district, programme) = (await host.SignedIn("district"), await Programme());
        var (helping, helped) = (await Unit("海员路小学"), await Unit("枫林小学"));
        (await district.Read($"/mentoring/pairings/new?programme={programme.Id}")).ShouldContain("骨干教师送教示范课并指导");
        var answers = Answers(programme, helping, helped);
        var drawn = await district.Submit([.. answers, ("Input.Scope", "语文、英语、科学"), ("Input.Cadence[0].Activity", "示范课"), ("Input.Cadence[0].Times", 1), ("Input.Cadence[0].Per", CadencePeriod.TwoWeeks)]);
        drawn.Text.ShouldContain("once every two weeks");
        var id = await Stored(helping, helped, p => p.Id);
        (await district.Read("/mentoring/pairings?level=School")).ShouldContain("Fenglin Primary School");
        var paper = await district.Read($"/mentoring/pairings/{id}/agreement");
        paper.ShouldContain("Twinning agreement");
        paper.Split("lms-stamp\"").Length.ShouldBe(3);

        (await district.Submit($"/mentoring/pairings/new?programme={programme.Id}", answers)).Errors.ShouldHaveSingleItem().Text.ShouldContain("at that time already");
        await district.Open($"/mentoring/pairings/{id}");
        await district.Post($"/mentoring/pairings/{id}?handler=Agree");
        (await Stored(helping, helped, p => p.State)).ShouldBe(PairingState.Agreed);
        (await district.Submit($"/mentoring/pairings/{id}/edit", [.. answers, ("Input.Scope", "语文"), ("Input.Stamp", Guid.CreateVersion7())])).Text.ShouldContain("语文、英语、科学");
        await district.Submit($"/mentoring/pairings/{id}/edit", [.. answers, ("Input.Scope", "语文")]);
        (await Stored(helping, helped, p => p.State)).ShouldBe(PairingState.Draft);
        (await district.Submit($"/mentoring/pairings/{id}", ("reason", "学校合并"))).Text.ShouldContain("学校合并");
        (await Stored(helping, helped, p => p.State)).ShouldBe(PairingState.Ended);
    }

    [Theory]
    [InlineData("枫林小学", "枫林小学", "doesn’t help itself")]
    [InlineData("越秀区", "枫林小学", "are of different kinds")]
    [InlineData(null, "枫林小学", "There is no such unit")]
    [InlineData("海员路小学", null, "There is no such unit")]
    public async Task DrawUp_WhenTheUnitsDontFit_SaysWhatToDo(string? helping, string? helped, string said)
    {
        var (admin, programme) = (await host.SignedIn("admin"), await Programme());
        var (helpingId, helpedId) = (helping is null ? Guid.CreateVersion7() : await Unit(helping), helped is null ? Guid.CreateVersion7() : await Unit(helped));
        (await admin.Submit($"/mentoring/pairings/new?programme={programme.Id}", Answers(programme, helpingId, helpedId))).Errors.ShouldHaveSingleItem().Text.ShouldContain(said);
    }

    [Fact]
    public async Task DrawUp_ForAnotherDistrict_IsRefused()
    {
        var (district, programme) = (await host.SignedIn("district"), await Programme());
        var refused = await district.Submit($"/mentoring/pairings/new?programme={programme.Id}", Answers(programme, await Unit("枫林小学"), await Unit("北兴小学")));
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Pairings_OfAnotherInstituteOrDistrict_AreNotThere()
    {
        var (admin, programme) = (await host.SignedIn("admin"), await Programme());
        var (helping, helped) = (await Unit("船坞小学"), await Unit("北兴小学"));
        await admin.Submit($"/mentoring/pairings/new?programme={programme.Id}", Answers(programme, helping, helped));
        var id = await Stored(helping, helped, p => p.Id);
        (await (await host.SignedIn("admin2")).Open($"/mentoring/pairings/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("district")).Open($"/mentoring/pairings/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("trainee")).Open($"/mentoring/pairings/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.As(null, services => services.GetServices<IUnitReferences>().OfType<PairingUnits>().Single().ReferredTo([helping, Guid.CreateVersion7()], Cancel))).ShouldBe([helping]);
    }

    private static (string Name, object? Value)[] Answers(Programme programme, Guid helping, Guid helped) =>
        [("Input.HelpedId", helped), ("Input.HelpingId", helping), ("Input.From", programme.From), ("Input.To", programme.To)];

    private Task<Programme> Programme() => host.Stored(db => db.City().SingleAsync(Cancel));

    private Task<T> Stored<T>(Guid helping, Guid helped, System.Linq.Expressions.Expression<Func<Pairing, T>> what) =>
        host.Stored(db => db.Pairings.Where(p => p.HelpingId == helping && p.HelpedId == helped).Select(what).SingleAsync(Cancel));

    private Task<Guid> Unit(string name) => host.As(null, async services => (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).All.Single(u => u.Name.Name == name).Id);
}
