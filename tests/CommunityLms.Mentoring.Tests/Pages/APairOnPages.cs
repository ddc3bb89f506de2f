using System.Net;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Tests.Pages;

/// <summary>The main way of a contract as its people go it, page by page and without a script.</summary>
[Collection(OnPages.Name)]
public sealed class APairOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contract_WhenItsPeopleDoWhatIsAsked_IsSignedSealedAndUnderWay()
    {
        var (mentor, trainee, school, district) = (await host.SignedIn("mentor"), await host.SignedIn("trainee"), await host.SignedIn("school"), await host.SignedIn("district"));
        var id = await Asked("trainee");
        var page = $"/mentoring/contracts/{id}";
        (await trainee.Read("/mentoring/my")).ShouldContain(page);
        await Eventually.Get(() => Load(id), c => c.Awaited.Count == 4);

        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            List<(string, object?)> answers = [("Text", $"{kind}: 每周一次")];
            if (kind == DecisionKind.Goal)
                answers.AddRange(Enumerable.Range(0, 4).SelectMany(i => new (string, object?)[] { ($"StageGoals[{i}].Goal", "独立备课"), ($"StageGoals[{i}].Measure", "两份教案") }));
            await mentor.Submit($"{page}/propose/{kind}", answers);
            if (kind == DecisionKind.Theme)
            {
                await trainee.Submit(page, ("kind", kind), ("remark", "想先学提问。"));
                (await mentor.Read(page)).ShouldContain("想先学提问。");
                await Eventually.Get(() => mentor.Read("/notifications"), news => news.Contains("proposed or said something", StringComparison.Ordinal));
                await mentor.Submit($"{page}/propose/{kind}", ("Text", "课堂提问"));
                var both = await trainee.Read(page);
                both.ShouldContain("Versions side by side");
                both.ShouldContain("Theme: 每周一次");
            }
            await trainee.Submit(page, ("kind", kind), ("version", kind == DecisionKind.Theme ? 2 : 1));
        }
        await Waits(id, ContractStep.MentorSignature);
        (await mentor.Submit(page, ("hash", await Hash(id)), ("password", "wrong"))).Text.ShouldContain("The password isn’t right");
        foreach (var side in (Visitor[])[mentor, trainee])
            await side.Submit(page, ("hash", await Hash(id)), ("password", MentoringHost<SqliteDatabase>.Password));
        await Waits(id, ContractStep.SchoolSeal);
        (await school.Read("/mentoring/seals")).ShouldContain(page);
        await school.Submit(page, ("hash", await Hash(id)), ("password", MentoringHost<SqliteDatabase>.Password));
        await Waits(id, ContractStep.DistrictSeal);
        await district.Submit(page, ("hash", await Hash(id)), ("password", MentoringHost<SqliteDatabase>.Password));
        await Eventually.Get(() => Load(id), c => c.State == ContractState.Active);

        var today = DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime);
        await trainee.Submit($"/mentoring/my/{id}/log", ("Input.On", today), ("Input.Kind", "Call"), ("Input.Topic", "备课：Unit 2 Animals"));
        await trainee.Submit($"/mentoring/my/{id}/evidence", ("Input.Activity", "互听课"), ("Input.On", today), ("Input.Title", "Unit 2 Animals，三年级2班"), ("Input.Text", "提问真实，同伴互动不够。"));
        var evidence = await host.Stored(db => db.Evidence.Where(e => e.ContractId == id).Select(e => e.Id).SingleAsync(Cancel));
        (await mentor.Read($"/mentoring/evidence/{evidence}")).ShouldContain("同伴互动不够");
        await mentor.Submit(page, ("evidence", evidence));
        (await host.Stored(db => db.Evidence.Where(e => e.Id == evidence).Select(e => e.AcceptedAt).SingleAsync(Cancel))).ShouldNotBeNull();
        (await trainee.Read(page)).ShouldContain("备课：Unit 2 Animals");
        await trainee.Post($"{page}?handler=Void", ("evidence", evidence), ("reason", "是上周的课"));
        (await trainee.Read(page)).ShouldContain("是上周的课");
        await district.Submit($"{page}/status", ("reason", nameof(DeferralReason.Sickness)));
        (await Load(id)).Training.ShouldBe(TrainingStatus.Deferred);
        (await trainee.Submit($"/mentoring/my/{id}/log", ("Input.On", today), ("Input.Kind", "Call"), ("Input.Topic", "备课"))).Text.ShouldContain("The contract isn’t under way");
        (await (await host.SignedIn("school")).Open($"{page}/status")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Contracts_OfADistrict_AreThoseOfItsTrainees()
    {
        var programme = (await Load(await Asked("trainee"))).ProgrammeId;
        var list = await (await host.SignedIn("district")).Read($"/mentoring/contracts?programme={programme}");
        list.ShouldContain("Chen Xiaolan");
        (await (await host.SignedIn("admin")).Read($"/mentoring/contracts?programme={programme}")).Split("/mentoring/contracts/").Length.ShouldBeGreaterThan(list.Split("/mentoring/contracts/").Length);
    }

    [Fact]
    public async Task Contract_ToWhomItDoesNotConcern_IsNotThere()
    {
        var id = await Asked("trainee");
        (await (await host.SignedIn("admin2")).Open($"/mentoring/contracts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await host.Stored(db => db.CityPairs().Where(c => c.Id != id).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(Cancel));
        (await (await host.SignedIn("trainee")).Open($"/mentoring/contracts/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("trainee")).Open($"/mentoring/evidence/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("trainee")).Open($"/mentoring/my/{other}/log")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Programme_WhenSetUpFromATemplate_PairsPeopleOnceItIsOpen()
    {
        var admin = await host.SignedIn("admin");
        var subject = await host.Stored(db => db.CityPairs().OrderBy(c => c.Id).Select(c => c.SubjectId).FirstAsync(Cancel));
        var today = DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime);
        var done = await admin.Submit("/mentoring/programmes/new", ("Input.Template", "school"), ("Input.Name", "以老带新"), ("Input.SubjectIds", subject), ("Input.From", today), ("Input.To", today.AddDays(120)), ("Input.WorkflowKey", "mentoring-contract"), ("Input.Forms", "OneSchool"));
        done.Text.ShouldContain("以老带新");
        var id = await host.Stored(db => db.Programmes.Where(p => p.Name == "以老带新").Select(p => p.Id).SingleAsync(Cancel));
        var pair = await host.Stored(db => db.CityPairs().OrderBy(c => c.Id).Select(c => new { c.MentorId, c.TraineeId }).FirstAsync(Cancel));
        (await Pair()).Text.ShouldContain("People can be paired once the programme is open");
        await admin.Post($"/mentoring/programmes/{id}?handler=Open");
        (await Pair()).Text.ShouldContain("The trainee has a mentor in this subject");

        Task<Sight> Pair() => admin.Submit($"/mentoring/contracts/new?programme={id}", ("Input.SubjectId", subject), ("Input.MentorId", pair.MentorId), ("Input.TraineeId", pair.TraineeId));
    }

    /// <summary>The first contract of somebody of the sample, once its workflow has begun.</summary>
    private async Task<Guid> Asked(string who)
    {
        var visitor = await host.SignedIn(who);
        var html = await visitor.Read("/mentoring/my");
        var id = Guid.Parse(System.Text.RegularExpressions.Regex.Match(html, "/mentoring/contracts/(?<id>[0-9a-f-]{36})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value);
        await Eventually.Get(() => Load(id), c => c.Awaited.Count > 0 || c.State != ContractState.Draft);
        return id;
    }

    private async Task<string> Hash(Guid id) => (await Load(id)).AgreedText().ShouldNotBeNull().Hash;

    private Task<Contract> Load(Guid id) => host.Stored(db => db.LoadContract(id, Cancel));

    private Task<Contract> Waits(Guid id, ContractStep step) => Eventually.Get(() => Load(id), c => c.Awaited.Any(a => a.Step == step));
}
