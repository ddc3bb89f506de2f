using System.Globalization;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Requests;
using CommunityLms.Workflows.Sample;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Sample;

/// <summary>The process that nobody programmed, from the request to the changed employment.</summary>
public abstract class TransferOfATeacher<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Transfer_WhenAllAgreeAndTheDistrictSeals_ChangesTheEmployment()
    {
        var before = await Works();
        var transfer = await Ask();
        (await Case(transfer)).Title.ShouldBe($"教师调动：{People.Teacher.Name}");
        await Complete(People.SchoolOfficer, (await Task(transfer, "present")).Id, new() { ["presentDecision"] = "agree", ["presentOpinion"] = "同意" });
        // Nobody is officer of the other school, so that the district's officer answers for it.
        await Complete(People.Officer, (await Task(transfer, "receiving")).Id, new() { ["receivingDecision"] = "agree", ["receivingOpinion"] = "同意接收" });
        await Complete(People.Officer, (await Task(transfer, "seal")).Id, new() { ["districtDecision"] = "seal", ["districtOpinion"] = "同意" });

        (await Ended(transfer)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Works()).ShouldBe([People.OtherSchool.Id]);
        var journal = await Journal(transfer);
        journal.Single(e => e.Kind == EntryKind.Sealed).ShouldSatisfyAllConditions(e => e.PersonId.ShouldBe(People.Officer.PersonId), e => e.Text.ShouldBe(People.District.Name.Name));
        journal.Where(e => e.Number is not null).Select(e => e.Number).ShouldBe(Enumerable.Range(1, 5).Select(n => (int?)n));
        CaseStateJson.Write(await Host.As(People.Admin, services => services.GetRequiredService<CaseQueries>().Replay(transfer, Cancel))).ShouldBe((await Case(transfer)).State);
        await GoBack(before[0]);
    }

    [Fact]
    public async Task Transfer_WhenOneSchoolRefuses_EndsWithTheReasonBeforeTheTeacher()
    {
        var transfer = await Ask();
        await Complete(People.SchoolOfficer, (await Task(transfer, "present")).Id, new() { ["presentDecision"] = "refuse", ["presentOpinion"] = "英语教师紧缺" });
        (await State(transfer)).Nodes.ShouldNotContain(n => n.NodeId == "tell");
        await Complete(People.Officer, (await Task(transfer, "receiving")).Id, new() { ["receivingDecision"] = "agree", ["receivingOpinion"] = "同意接收" });
        var told = await Task(transfer, "tell");
        told.PersonId.ShouldBe(People.Teacher.PersonId);
        Values.ToJson((await State(transfer)).Variables)["presentOpinion"]!.ToString().ShouldBe("英语教师紧缺");
        await Complete(People.Teacher, told.Id);

        (await Ended(transfer)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Journal(transfer)).SelectMany(e => e.ReadLines()).ShouldContain(l => l.NodeId == "refused");
        (await Works()).ShouldNotContain(People.OtherSchool.Id);
    }

    [Fact]
    public async Task Transfer_WhenTheDistrictWontSeal_AsksForNoSeal()
    {
        var transfer = await Ask();
        await Complete(People.SchoolOfficer, (await Task(transfer, "present")).Id, new() { ["presentDecision"] = "agree", ["presentOpinion"] = "同意" });
        await Complete(People.Officer, (await Task(transfer, "receiving")).Id, new() { ["receivingDecision"] = "agree", ["receivingOpinion"] = "同意" });
        await Complete(People.Officer, (await Task(transfer, "seal")).Id, new() { ["districtDecision"] = "refuse", ["districtOpinion"] = "编制已满" });

        (await Task(transfer, "tell")).PersonId.ShouldBe(People.Teacher.PersonId);
        (await Journal(transfer)).ShouldNotContain(e => e.Kind == EntryKind.Sealed);
    }

    [Fact]
    public async Task Request_WhenAnAnswerIsMissing_IsRefused() =>
        (await Refused<Requesting>(People.Teacher, r => r.Ask(WorkflowsSample.Key, People.School.Id, [], Cancel))).Field.ShouldBe("answers.teacher");

    [Fact]
    public async Task Request_ForAUnitWhereOneDoesntWork_IsRefused() =>
        (await Refused<Requesting>(People.Teacher, r => r.Ask(WorkflowsSample.Key, People.OtherSchool.Id, Answers(), Cancel))).ShouldBe(CaseRules.NotForYou);

    [Fact]
    public async Task Sample_WhenTheHostStarts_HasACaseUnderWay() =>
        (await Host.Stored(db => db.Cases.OrderBy(c => c.Id).FirstAsync())).DefinitionKey.ShouldBe(WorkflowsSample.Key);

    private Task<Guid> Ask() => Host.As(People.Teacher, services => services.GetRequiredService<Requesting>().Ask(WorkflowsSample.Key, People.School.Id, Answers(), Cancel));

    private JsonObject Answers() => new()
    {
        ["teacher"] = People.Teacher.PersonId.ToString(),
        ["fromUnit"] = People.School.Id.ToString(),
        ["toUnit"] = People.OtherSchool.Id.ToString(),
        ["startsOn"] = Host.Clock.Today().ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = "family",
    };

    private Task<IReadOnlyList<Guid>> Works() => Host.As(null, services => services.GetRequiredService<IPeople>().WorkplacesOf(People.Teacher.PersonId!.Value, Cancel));

    /// <summary>The other tests meet the teacher at the old school again.</summary>
    private Task GoBack(Guid unit) => Host.As((Actor?)null, services =>
        services.GetRequiredService<IPeople>().Transfer(People.Teacher.PersonId!.Value, People.OtherSchool.Id, unit, Host.Clock.Today(), Cancel));
}

[Collection(OnSqlite.Name)]
public sealed class TransferOfATeacherOnSqlite(WorkflowHost<SqliteDatabase> host) : TransferOfATeacher<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class TransferOfATeacherOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : TransferOfATeacher<PostgreSqlDatabase>(host);
