using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Replacing;
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
        var proposal = await Propose(admin, contract);
        proposal.Text.ShouldContain("the mentor stopped mentoring");
        proposal.Text.ShouldContain("11 pairs stay as they are");
        (await (await host.SignedIn("district")).Open(proposal.Path)).Status.ShouldBe(HttpStatusCode.NotFound, "It is as far as who asked may manage, and theirs.");
        await Pretend(new([], 0, [], "another"));
        (await admin.Post(proposal.Path)).Text.ShouldContain("Pairs have changed since you looked");
        (await host.Stored(db => db.Contracts.CountAsync(c => c.ReplacesId == contract.Id, Cancel))).ShouldBe(0);
        proposal = await Computed(admin, (await admin.Post($"{proposal.Path}?handler=Again")).Path);
        (await admin.Post(proposal.Path)).Text.ShouldContain("Contracts that have begun: 1");
        (await admin.Open(proposal.Path)).Status.ShouldBe(HttpStatusCode.NotFound);

        var next = await host.Stored(db => db.Contracts.SingleAsync(c => c.ReplacesId == contract.Id, Cancel));
        (next.TraineeId, next.MentorId == contract.MentorId, next.From).ShouldBe((contract.TraineeId, false, DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime)));
        (await admin.Read(page)).ShouldContain($"/mentoring/contracts/{next.Id}");
        (await admin.Read($"/mentoring/contracts/{next.Id}")).ShouldContain(page);
        (await admin.Read(replacements)).ShouldNotContain(page);
    }

    [Fact]
    public async Task Proposal_IsShownAsItWasComputed_AndNotComputedByReading()
    {
        var (admin, contract) = (await host.SignedIn("admin"), await AtMidterm());
        await (await host.SignedIn("school")).Submit($"/mentoring/contracts/{contract.Id}/report", ("Reason", nameof(WithdrawalReason.MentorStopped)), ("Words", "借调"));
        var proposal = await Propose(admin, contract);
        await Pretend(new([], 4711, [], "another"));
        (await admin.Read(proposal.Path)).ShouldContain("4711 pairs stay as they are");
        await Propose(admin, contract);
        (await host.Stored(db => db.ReplacementProposals.CountAsync(p => p.SubjectId == contract.SubjectId && p.ProgrammeId == contract.ProgrammeId, Cancel))).ShouldBe(1, "Asked anew, the one before goes.");
        await PairAgain(contract, instead: null);
    }

    [Fact]
    public async Task Vacancies_OfAClosedProgramme_AreNotShown()
    {
        var admin = await host.SignedIn("admin");
        var (programme, ended) = await host.As(null, async services =>
        {
            var db = services.GetRequiredService<MentoringDbContext>();
            var pair = await db.Contracts.OrderBy(c => c.Id).FirstAsync(Cancel);
            var over = new Programme(A.Plan() with { SubjectIds = [pair.SubjectId] });
            over.Open();
            var contract = new Contract(over, new(pair.MentorId, pair.MentorSchoolId), new(pair.TraineeId, pair.TraineeSchoolId), pair.SubjectId);
            contract.Withdraw(WithdrawalReason.Other, new(2026, 9, 1));
            db.AddRange(over, contract);
            await db.SaveChangesAsync(Cancel);
            return (over.Id, contract.Id);
        });
        var page = $"/mentoring/programmes/{programme}/replacements";
        (await admin.Read(page)).ShouldContain($"/mentoring/contracts/{ended}");
        await host.As(null, async services =>
        {
            var db = services.GetRequiredService<MentoringDbContext>();
            (await db.Programmes.SingleAsync(p => p.Id == programme, Cancel)).Close();
            await db.SaveChangesAsync(Cancel);
        });
        (await admin.Read(page)).ShouldContain("No place is open");
        (await admin.Post($"{page}?handler=Propose&subject={Guid.CreateVersion7()}")).Text.ShouldContain("People can be paired once the programme is open");
    }

    [Fact]
    public async Task Contract_WhenTheTraineeLeaves_TakesOnlySomebodyEligible()
    {
        var (admin, contract) = (await host.SignedIn("admin"), await AtMidterm());
        await (await host.SignedIn("school")).Submit($"/mentoring/contracts/{contract.Id}/report", ("Reason", nameof(WithdrawalReason.NoLongerTeachesSubject)), ("Words", "改教语文"));
        // She lost another mentor before, and needs none now.
        await LostAMentor(contract);
        var administrator = (await host.Administrator()).PersonId;
        var (busy, free) = await Others(contract);
        (await Propose(admin, contract, administrator)).Text.ShouldContain("can’t take the place");
        (await Propose(admin, contract, busy)).Text.ShouldContain("The trainee has a mentor in this subject");
        var proposal = await Propose(admin, contract, free);
        proposal.Text.ShouldContain("no longer teaches the subject");
        await admin.Post(proposal.Path);
        var next = await host.Stored(db => db.Contracts.SingleAsync(c => c.ReplacesId == contract.Id, Cancel));
        (next.TraineeId, next.MentorId).ShouldBe((free, contract.MentorId));
        (await host.Stored(db => db.Contracts.AnyAsync(c => c.TraineeId == contract.TraineeId && c.SubjectId == contract.SubjectId && c.State != ContractState.Ended && c.State != ContractState.Completed, Cancel))).ShouldBeFalse();
        await PairAgain(contract, next);
    }

    /// <summary>Asks for a proposal, and reads it once it is computed.</summary>
    private static async Task<Sight> Propose(Visitor admin, Contract contract, Guid? comer = null) => await Computed(admin, (await admin.Post(
        $"/mentoring/programmes/{contract.ProgrammeId}/replacements?handler=Propose&subject={contract.SubjectId}", ("By[0].ContractId", contract.Id), ("By[0].PersonId", comer))).Path);

    private static Task<Sight> Computed(Visitor admin, string path) => Eventually.Get(() => admin.Open(path), seen => !seen.Html.Contains("lms-progress", StringComparison.Ordinal));

    /// <summary>Puts another result in the place of what was computed.</summary>
    private Task Pretend(Proposal proposal) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        (await db.ReplacementProposals.OrderByDescending(p => p.AskedAt).FirstAsync(Cancel)).Compute(proposal, A.At);
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Leaves the trainee of the sample with a contract, for whichever test comes next.</summary>
    private async Task PairAgain(Contract first, Contract? instead)
    {
        var administrator = await host.Administrator();
        if (instead is not null)
            await host.As(administrator, services => services.GetRequiredService<ChangingStatus>().Withdraw(instead.Id, WithdrawalReason.Other, Cancel));
        await host.As(administrator, services => services.GetRequiredService<DraftContract>().Handle(
            new() { ProgrammeId = first.ProgrammeId, SubjectId = first.SubjectId, MentorId = first.MentorId, TraineeId = first.TraineeId }, Cancel));
    }

    private Task LostAMentor(Contract contract) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var programme = await db.Programmes.Include(p => p.Subjects).Include(p => p.Stages).AsSplitQuery().SingleAsync(p => p.Id == contract.ProgrammeId, Cancel);
        var earlier = new Contract(programme, new(contract.MentorId, contract.MentorSchoolId), new(contract.TraineeId, contract.TraineeSchoolId), contract.SubjectId);
        earlier.Withdraw(WithdrawalReason.MentorStopped, host.Clock.Today().AddDays(-1));
        earlier.ForgetEvents();
        db.Add(earlier);
        await db.SaveChangesAsync(Cancel);
    });

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
