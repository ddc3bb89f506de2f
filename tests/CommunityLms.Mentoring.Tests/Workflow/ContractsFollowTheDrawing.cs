using System.Xml.Linq;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Sample;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Workflow;

/// <summary>The shipped drawing and a contract, through the host: what one does the other follows.</summary>
public abstract class ContractsFollowTheDrawing<TDatabase>(MentoringHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    private static readonly ContractStep[] s_decisions = [ContractStep.Goal, ContractStep.Time, ContractStep.Theme, ContractStep.Method];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contract_FromPairingToItsEnd_FollowsTheDrawing()
    {
        var (contract, mentor, trainee) = await Paired();
        await Waits(contract.Id, s_decisions);
        await Decide(contract.Id, mentor, trainee);
        await Waits(contract.Id, ContractStep.MentorSignature, ContractStep.TraineeSignature);
        await Sign(contract.Id, Side.Mentor);
        await Sign(contract.Id, Side.Trainee);
        await Waits(contract.Id, ContractStep.SchoolSeal);
        await Do(null, c => c.Seal(ContractStep.SchoolSeal, c.AgreedText()!.Hash, A.Keeper, A.At), contract.Id);
        await Waits(contract.Id, ContractStep.DistrictSeal);
        await Do(null, c => c.Seal(ContractStep.DistrictSeal, c.AgreedText()!.Hash, A.Keeper, A.At), contract.Id);
        await Is(contract.Id, ContractState.Active);
        for (var number = 1; number <= 2; number++)
        {
            host.Clock.Forward(TimeSpan.FromDays(number == 1 ? 0 : 40));
            await Eventually.Get(() => Load(contract.Id), c => c.Awaited.Any(a => a.Step == ContractStep.StageReview && a.Number == number));
            await Do(mentor, c => c.Review(number, Side.Mentor, "Good", A.At), contract.Id);
            await Do(trainee, c => c.Review(number, Side.Trainee, "Good", A.At), contract.Id);
        }
        await Waits(contract.Id, ContractStep.Midterm);
        await Do(null, c => c.ConfirmMidterm(A.Keeper, A.At), contract.Id);
        await Amend(contract.Id, mentor, trainee);
        await Waits(contract.Id, ContractStep.FinalReview);
        await Do(mentor, c => c.Conclude(Side.Mentor, "Good", A.At), contract.Id);
        await Do(trainee, c => c.Conclude(Side.Trainee, "Good", A.At), contract.Id);
        await Is(contract.Id, ContractState.Completed);
    }

    /// <summary>Beside the contract's own case: agreed, signed, sealed by school and district, in force.</summary>
    private async Task Amend(Guid id, Actor mentor, Actor trainee)
    {
        await Do(mentor, c => c.Amend(A.At), id);
        await Do(mentor, c => c.Propose(DecisionKind.Theme, Side.Mentor, "Stories", [], A.At), id);
        await Do(trainee, c => c.Agree(DecisionKind.Theme, 2, Side.Trainee, A.At), id);
        await Eventually.Get(() => Load(id), c => c.Awaited.Count(a => a.By == AskedBy.Amendment) == 2);
        await Sign(id, Side.Mentor);
        await Sign(id, Side.Trainee);
        foreach (var office in (ContractStep[])[ContractStep.SchoolSeal, ContractStep.DistrictSeal])
        {
            await Eventually.Get(() => Load(id), c => c.Awaited.Any(a => a.By == AskedBy.Amendment && a.Step == office));
            await Do(null, c => c.Seal(office, c.AgreedText()!.Hash, A.Keeper, A.At), id);
        }
        (await Eventually.Get(() => Load(id), c => c.PendingAmendment is null)).InForce(DecisionKind.Theme)!.Text.ShouldBe("Stories");
    }

    [Fact]
    public async Task Return_ByTheSchool_AsksForTheDecisionsAnew()
    {
        var (contract, mentor, trainee) = await Paired();
        await Waits(contract.Id, s_decisions);
        await Decide(contract.Id, mentor, trainee);
        await Waits(contract.Id, ContractStep.MentorSignature, ContractStep.TraineeSignature);
        await Sign(contract.Id, Side.Mentor);
        await Sign(contract.Id, Side.Trainee);
        await Waits(contract.Id, ContractStep.SchoolSeal);
        await Do(null, c => c.ReturnToSides(ContractStep.SchoolSeal, "Too vague", A.Keeper, A.At), contract.Id);
        await Waits(contract.Id, s_decisions);
    }

    [Fact]
    public async Task Contract_WhenTheDrawingAsksForNoDistrictSeal_BeginsWithTheSchools()
    {
        const string Key = "without-district";
        await host.As(null, services => services.GetRequiredService<IWorkflowLibrary>().Bring(Key, "Without district", WithoutDistrict(), Cancel));
        var (contract, mentor, trainee) = await Paired(Key);
        await Waits(contract.Id, s_decisions);
        await Decide(contract.Id, mentor, trainee);
        await Waits(contract.Id, ContractStep.MentorSignature, ContractStep.TraineeSignature);
        await Sign(contract.Id, Side.Mentor);
        await Sign(contract.Id, Side.Trainee);
        await Waits(contract.Id, ContractStep.SchoolSeal);
        await Do(null, c => c.Seal(ContractStep.SchoolSeal, c.AgreedText()!.Hash, A.Keeper, A.At), contract.Id);
        await Is(contract.Id, ContractState.Active);
    }

    [Fact]
    public async Task Withdraw_BeforeItsTime_EndsTheCase()
    {
        var (contract, _, _) = await Paired();
        await Waits(contract.Id, s_decisions);
        // The case asks before the contract has noted whose it is.
        var caseId = (await Eventually.Get(() => Load(contract.Id), c => c.CaseId is not null)).CaseId!.Value;
        await Do(null, c => c.Withdraw(WithdrawalReason.MovedSchool, new(2026, 12, 1)), contract.Id);
        await Eventually.Get(() => host.As(null, services => services.GetRequiredService<IWorkflowRuntime>().Find(caseId, Cancel)), c => c!.Outcome == CaseOutcome.Cancelled);
        (await Load(contract.Id)).Awaited.ShouldBeEmpty();
    }

    private async Task Decide(Guid id, Actor mentor, Actor trainee)
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            await Do(mentor, c => c.Propose(kind, Side.Mentor, $"{kind}", kind == DecisionKind.Goal ? A.StageGoals : [], A.At), id);
            await Do(trainee, c => c.Agree(kind, 1, Side.Trainee, A.At), id);
        }
    }

    /// <summary>The shipped drawing as an administrator would change it: after the school's seal the contract begins.</summary>
    private static string WithoutDistrict()
    {
        var drawing = XDocument.Parse(MentoringSample.Drawing(MentoringSample.WorkflowKey));
        string[] gone = ["ask-district-seal", "wait-district-seal", "a63", "a64"];
        drawing.Descendants().Where(e => gone.Contains(e.Attribute("id")?.Value) || gone.Contains(e.Attribute("bpmnElement")?.Value)).Remove();
        drawing.Descendants().Single(e => e.Attribute("id")?.Value == "a62").SetAttributeValue("targetRef", "agree-end");
        foreach (var incoming in drawing.Descendants().Where(e => e.Name.LocalName == "incoming" && e.Value == "a64"))
            incoming.Value = "a62";
        return drawing.ToString();
    }

    /// <param name="workflowKey">Null for the sample's.</param>
    private async Task<(Contract Contract, Actor Mentor, Actor Trainee)> Paired(string? workflowKey = null)
    {
        var (contract, programme) = await host.As(null, async services =>
        {
            var db = services.GetRequiredService<MentoringDbContext>();
            var sample = await db.City().AsNoTracking().Include(p => p.Subjects).SingleAsync(Cancel);
            var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
            var subject = sample.Subjects[0].SubjectId;
            var programme = new Programme(new("Old brings new", today.AddDays(-1), today.AddDays(100), today.AddDays(30), workflowKey ?? sample.WorkflowKey, PairingForms.Usual | PairingForms.OneSchool, [subject],
                [new("First", today.AddDays(-1), today.AddDays(20)), new("Second", today.AddDays(21), today.AddDays(100))], [], MentoringSample.AmendmentKey));
            programme.Open();
            var pair = await db.CityPairs().AsNoTracking().OrderBy(c => c.Id).FirstAsync(Cancel);
            var contract = new Contract(programme, new(pair.MentorId, pair.MentorSchoolId), new(pair.TraineeId, pair.TraineeSchoolId), subject);
            db.Add(programme);
            db.Add(contract);
            await db.SaveChangesAsync(Cancel);
            return (contract, programme);
        });
        return (contract, await host.Actor(contract.MentorId), await host.Actor(contract.TraineeId));
    }

    private Task Sign(Guid id, Side side) => Do(null, c => c.Sign(side, c.AgreedText()!.Hash, side == Side.Mentor ? A.MentorSigner : A.TraineeSigner, A.At), id);

    private Task Do(Actor? who, Action<Contract> act, Guid id) => host.As(who, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        await db.SaveOnLatest(async () => act(await db.LoadContract(id, Cancel)), Cancel);
    });

    private Task<Contract> Load(Guid id) => host.Stored(db => db.LoadContract(id, Cancel));

    private Task<Contract> Waits(Guid id, params ContractStep[] steps) => Eventually.Get(() => Load(id), c => c.Awaited.Select(a => a.Step).Order().SequenceEqual(steps.Order()));

    private Task<Contract> Is(Guid id, ContractState state) => Eventually.Get(() => Load(id), c => c.State == state);
}

[Collection(OnSqlite.Name)]
public sealed class ContractsOnSqlite(MentoringHost<SqliteDatabase> host) : ContractsFollowTheDrawing<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class ContractsOnPostgreSql(MentoringHost<PostgreSqlDatabase> host) : ContractsFollowTheDrawing<PostgreSqlDatabase>(host);
