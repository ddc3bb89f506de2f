using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

/// <summary>After mid-term: the school reports, the administrator replaces, the history stays.</summary>
[Collection(OnMatching.Name)]
public sealed class ReplacementsOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contract_WhenTheMentorStops_IsReplacedByAnotherMentor()
    {
        var (admin, school, contract) = (await host.SignedIn("admin"), await host.SignedIn("school"), await AtMidterm());
        var page = $"/mentoring/contracts/{contract.Id}";
        (await (await host.SignedIn("trainee")).Open($"{page}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await school.Submit($"{page}/report", ("Reason", nameof(WithdrawalReason.MentorStopped)), ("Words", ""))).Status.ShouldBe(HttpStatusCode.OK);
        (await Load(contract.Id)).State.ShouldBe(ContractState.Active);
        (await school.Submit($"{page}/report", ("Reason", nameof(WithdrawalReason.MentorStopped)), ("Words", "十一月起借调教育局"))).Text.ShouldContain("十一月起借调教育局");
        (await Load(contract.Id)).StatusReason.ShouldBe(nameof(WithdrawalReason.MentorStopped));

        var replacements = $"/mentoring/programmes/{contract.ProgrammeId}/replacements";
        (await admin.Read(replacements)).ShouldContain("needs a mentor");
        var proposal = await admin.Post($"{replacements}?handler=Propose&subject={contract.SubjectId}");
        proposal.Text.ShouldContain("the mentor stopped mentoring");
        proposal.Text.ShouldContain("11 pairs stay as they are");
        (await admin.Post($"{replacements}/{contract.SubjectId}", ("key", "another"))).Text.ShouldContain("Pairs have changed since you looked");
        (await admin.Submit($"{replacements}/{contract.SubjectId}", ("key", null!))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.Stored(db => db.Contracts.CountAsync(c => c.ReplacesId == contract.Id, Cancel))).ShouldBe(0);
        await admin.Open($"{replacements}/{contract.SubjectId}");
        (await admin.Submit(("key", Key(await admin.Read($"{replacements}/{contract.SubjectId}"))))).Text.ShouldContain("Contracts that have begun: 1");

        var next = await host.Stored(db => db.Contracts.SingleAsync(c => c.ReplacesId == contract.Id, Cancel));
        (next.TraineeId, next.MentorId == contract.MentorId, next.From).ShouldBe((contract.TraineeId, false, DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime)));
        (await admin.Read(page)).ShouldContain($"/mentoring/contracts/{next.Id}");
        (await admin.Read($"/mentoring/contracts/{next.Id}")).ShouldContain(page);
        (await admin.Read(replacements)).ShouldNotContain(page);
    }

    [Fact]
    public async Task Contract_WhenTheTraineeLeaves_TakesOnlySomebodyEligible()
    {
        var (admin, contract) = (await host.SignedIn("admin"), await AtMidterm());
        await (await host.SignedIn("school")).Submit($"/mentoring/contracts/{contract.Id}/report", ("Reason", nameof(WithdrawalReason.NoLongerTeachesSubject)), ("Words", "改教语文"));
        var replacements = $"/mentoring/programmes/{contract.ProgrammeId}/replacements";
        var administrator = (await host.Administrator()).PersonId;
        var (busy, free) = await Others(contract);
        (await Propose(administrator)).ShouldContain("can’t take the place");
        (await Propose(busy)).ShouldContain("The trainee has a mentor in this subject");
        var page = await Propose(free);
        page.ShouldContain("no longer teaches the subject");
        await admin.Submit(("key", Key(page)));
        var next = await host.Stored(db => db.Contracts.SingleAsync(c => c.ReplacesId == contract.Id, Cancel));
        (next.TraineeId, next.MentorId).ShouldBe((free, contract.MentorId));
        await PairAgain(contract, next);

        Task<string> Propose(Guid? comer) => admin.Read($"{replacements}/{contract.SubjectId}?by={contract.Id}:{comer}");
    }

    /// <summary>Leaves the trainee of the sample with a contract, for whichever test comes next.</summary>
    private async Task PairAgain(Contract first, Contract instead)
    {
        var administrator = await host.Administrator();
        await host.As(administrator, services => services.GetRequiredService<ChangingStatus>().Withdraw(instead.Id, WithdrawalReason.Other, Cancel));
        await host.As(administrator, services => services.GetRequiredService<DraftContract>().Handle(
            new() { ProgrammeId = first.ProgrammeId, SubjectId = first.SubjectId, MentorId = first.MentorId, TraineeId = first.TraineeId }, Cancel));
    }

    private static string Key(string html) => html.Split("name=\"key\" value=\"")[1].Split('"')[0];

    /// <summary>Somebody who has a mentor in the subject, and somebody in another school than the mentor who has none.</summary>
    private Task<(Guid Busy, Guid Free)> Others(Contract contract) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var paired = await db.Contracts.Where(c => c.State != ContractState.Ended).Select(c => c.TraineeId).ToListAsync(Cancel);
        var mentors = await db.Contracts.Select(c => c.MentorId).ToListAsync(Cancel);
        var tree = await services.GetRequiredService<IOrganisation>().Tree(Cancel);
        var posts = await services.GetRequiredService<ITeaching>().PostsIn([contract.SubjectId], contract.From, contract.To, Cancel);
        var busy = await db.Contracts.Where(c => c.ProgrammeId == contract.ProgrammeId && c.State == ContractState.Draft).Select(c => c.TraineeId).FirstAsync(Cancel);
        return (busy, posts.First(p => p.Covers(contract.From, contract.To) && !paired.Contains(p.PersonId) && !mentors.Contains(p.PersonId) && p.PersonId != contract.TraineeId
            && tree.Above(p.UnitId, UnitKind.School) is { Setting: not UnitSetting.Urban }).PersonId);
    });

    /// <summary>The contract of the sample's trainee, as it is when the school is asked at mid-term.</summary>
    private Task<Contract> AtMidterm() => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var school = (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).All.Single(u => u.Name.Name.Contains("太平镇中心", StringComparison.Ordinal) && u.Kind == UnitKind.School).Id;
        var id = await db.Contracts.Where(c => c.TraineeSchoolId == school && c.State == ContractState.Draft).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(Cancel);
        await db.SaveOnLatest(async () =>
        {
            var contract = await db.LoadContract(id, Cancel);
            foreach (var kind in Enum.GetValues<DecisionKind>())
            {
                contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, A.At);
                contract.Propose(kind, Side.Mentor, $"{kind}", kind == DecisionKind.Goal ? [.. contract.Stages.Select(s => new StageGoal(s.Number, "Plans alone", "Two plans"))] : [], A.At);
                contract.Agree(kind, contract.Latest(kind)!.Version, Side.Trainee, A.At);
            }
            contract.SignedByBoth().Active().Ask(Guid.CreateVersion7(), ContractStep.Midterm, 0, AskedBy.Workflow, A.At);
        }, Cancel);
        return await db.LoadContract(id, Cancel);
    });

    private Task<Contract> Load(Guid id) => host.Stored(db => db.LoadContract(id, Cancel));
}
