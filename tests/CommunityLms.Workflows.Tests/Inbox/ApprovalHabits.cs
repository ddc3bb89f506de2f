using System.Text.Json.Nodes;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Requests;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Inbox;

/// <summary>Countersign, or-sign, in order, send back, ask one more, take back, withdraw, urge.</summary>
public abstract class ApprovalHabits<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private JsonObject Approvers => new() { ["approvers"] = new JsonArray(People.Leader.PersonId.ToString(), People.Officer.PersonId.ToString()) };

    [Fact]
    public async Task Countersign_WhenAllAgree_GoesOn()
    {
        var running = await Start(await Publish(Several()), Approvers);
        await Complete(People.Leader, (await MineAt(People.Leader, running)).Id, new() { ["agrees"] = true });
        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
        await Complete(People.Officer, (await MineAt(People.Officer, running)).Id, new() { ["agrees"] = true });
        await Ended(running);
    }

    [Fact]
    public async Task OrSign_WhenOneHasSigned_WithdrawsTheOthers()
    {
        var running = await Start(await Publish(Several(until: "numberOfCompletedInstances &gt;= 1")), Approvers);
        var other = await MineAt(People.Officer, running);
        await Complete(People.Leader, (await MineAt(People.Leader, running)).Id);
        await Ended(running);
        (await Refused<CompleteTask>(People.Officer, t => t.Handle(other.Id, [], null, Cancel))).ShouldBe(WorkRules.Closed);
    }

    [Fact]
    public async Task InOrder_WhenTheFirstIsDone_AsksTheSecond()
    {
        var running = await Start(await Publish(Several(sequential: true)), Approvers);
        (await Inbox(People.Officer)).Items.ShouldNotContain(r => r.CaseId == running);
        await Complete(People.Leader, (await MineAt(People.Leader, running)).Id);
        await Complete(People.Officer, (await MineAt(People.Officer, running)).Id);
        await Ended(running);
    }

    [Fact]
    public async Task Approvers_WhenNobodyIsListed_ApproveNothingInSilence()
    {
        var running = await Start(await Publish(Several()), new() { ["approvers"] = new JsonArray() });
        (await Incident(running)).Text.ShouldBe("{0}: there is nobody to do it; the list is empty.");
        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
    }

    [Fact]
    public async Task Approver_WhenAdded_IsAskedToo()
    {
        var running = await Start(await Publish(Several()), Approvers);
        var leaders = await MineAt(People.Leader, running);
        await Do<SendingBack>(People.Leader, s => s.AddApprover(leaders.Id, People.Admin.PersonId!.Value, Cancel));
        (await Refused<SendingBack>(People.Leader, s => s.AddApprover(leaders.Id, People.Admin.PersonId!.Value, Cancel))).ShouldBe(WorkRules.AskedAlready);
        await Complete(People.Leader, leaders.Id);
        await Complete(People.Officer, (await MineAt(People.Officer, running)).Id);
        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
        await Complete(People.Admin, (await MineAt(People.Admin, running)).Id);
        await Ended(running);
    }

    [Theory]
    [InlineData(false, "b")]
    [InlineData(true, "c")]
    public async Task SentBack_WhenDoneAgain_GoesOnAsAsked(bool comesBack, string next)
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"", "userTask id=\"b\"", "userTask id=\"c\" lms:sendBack=\"true\"")));
        await Complete(People.Teacher, (await Task(running, "a")).Id);
        (await Refused<SendingBack>(People.Teacher, async s => await s.SendBack((await Task(running, "b")).Id, "a", comesBack, "No", Cancel))).ShouldBe(WorkRules.NoSendingBack);
        await Complete(People.Teacher, (await Task(running, "b")).Id);
        var c = await Task(running, "c");
        (await Refused<SendingBack>(People.Teacher, s => s.SendBack(c.Id, "end", comesBack, "No", Cancel))).ShouldBe(WorkRules.NotVisited);
        (await Refused<SendingBack>(People.Teacher, s => s.SendBack(c.Id, "a", comesBack, "", Cancel))).ShouldBe(CaseRules.ReasonNeeded);
        await Do<SendingBack>(People.Teacher, s => s.SendBack(c.Id, "a", comesBack, "The date is missing", Cancel));
        (await Journal(running))[^1].Text.ShouldBe("The date is missing");
        await Complete(People.Teacher, (await Task(running, "a")).Id);
        await Task(running, next);
    }

    [Fact]
    public async Task Task_WhenTakenBackBeforeAnybodyActs_IsOpenAgain()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"", "userTask id=\"b\" lms:role=\"school-officer\"", "userTask id=\"c\"")));
        var a = await Task(running, "a");
        await Complete(People.Teacher, a.Id);
        await Do<SendingBack>(People.Teacher, s => s.TakeBack(a.Id, Cancel));
        var again = await Task(running, "a");
        await Complete(People.Teacher, again.Id);
        await Complete(People.SchoolOfficer, (await Task(running, "b")).Id);
        (await Refused<SendingBack>(People.Teacher, s => s.TakeBack(again.Id, Cancel))).ShouldBe(WorkRules.GoneOn);
    }

    [Fact]
    public async Task Request_WhenWithdrawnBeforeAnybodyActs_Ends()
    {
        var key = await Publish(Requestable);
        var first = await Asked(key);
        await Missing<Requesting>(People.Leader, r => r.Withdraw(first, null, Cancel));
        await Do<Requesting>(People.Teacher, r => r.Withdraw(first, "Changed my mind", Cancel));
        (await Case(first)).Outcome.ShouldBe(CaseOutcome.Cancelled);

        var second = await Asked(key);
        await Complete(People.SchoolOfficer, (await Task(second, "a")).Id);
        (await Refused<Requesting>(People.Teacher, r => r.Withdraw(second, null, Cancel))).ShouldBe(CaseRules.ActedAlready);
    }

    [Fact]
    public async Task Urging_WithinHours_IsRefusedTheSecondTime()
    {
        var running = await Asked(await Publish(Requestable));
        await Do<Requesting>(People.Teacher, r => r.Urge(running, Cancel));
        (await Refused<Requesting>(People.Teacher, r => r.Urge(running, Cancel))).ShouldBe(CaseRules.UrgedAlready);
    }

    [Fact]
    public async Task Vote_WhenItIsWeighted_EndsAsSoonAsTheWeightIsReached()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\" lms:person=\"=voter.id\" lms:asks=\"agrees\"><multiInstanceLoopCharacteristics lms:collection=\"=voters\" lms:item=\"voter\" lms:result=\"=if agrees then voter.weight else 0\" lms:results=\"weights\">"
            + "<completionCondition>sum(weights[item != null]) &gt; 50</completionCondition></multiInstanceLoopCharacteristics>"));
        JsonObject Voters() => new() { ["voters"] = new JsonArray(Voter(People.Leader, 40), Voter(People.Officer, 35), Voter(People.Admin, 25)) };
        var running = await Start(key, Voters());

        await Complete(People.Leader, (await MineAt(People.Leader, running)).Id, new() { ["agrees"] = true });
        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
        await Complete(People.Admin, (await MineAt(People.Admin, running)).Id, new() { ["agrees"] = true });
        await Ended(running);
        (await Inbox(People.Officer)).Items.ShouldNotContain(r => r.CaseId == running);

        // The heaviest alone doesn't carry it when the others refuse.
        var refused = await Start(key, Voters());
        foreach (var (who, agrees) in new[] { (People.Leader, true), (People.Officer, false), (People.Admin, false) })
            await Complete(who, (await MineAt(who, refused)).Id, new() { ["agrees"] = agrees });
        await Ended(refused);
        (await State(refused)).Variables["weights"].ToString().ShouldBe("[40, 0, 0]");
    }

    private static JsonObject Voter(Kernel.Tenancy.Actor who, int weight) => new() { ["id"] = who.PersonId.ToString(), ["weight"] = weight };

    private static string Requestable => Drawing.ChainIn("lms:requestedBy=\"anyone\"", "", "userTask id=\"a\" lms:role=\"school-officer\"", "userTask id=\"b\" lms:role=\"school-officer\"");

    private Task<Guid> Asked(string key) => Host.As(People.Teacher, s => s.GetRequiredService<Requesting>().Ask(key, People.School.Id, [], Cancel));

    private async Task<InboxRow> MineAt(Kernel.Tenancy.Actor who, Guid caseId) => (await Inbox(who)).Items.Single(r => r.CaseId == caseId);

    private static string Several(bool sequential = false, string? until = null) => Drawing.Chain(
        $"userTask id=\"a\" lms:person=\"=approver\" lms:addApprover=\"true\"><multiInstanceLoopCharacteristics isSequential=\"{(sequential ? "true" : "false")}\" lms:collection=\"=approvers\" lms:item=\"approver\">"
        + (until is null ? "" : $"<completionCondition>{until}</completionCondition>") + "</multiInstanceLoopCharacteristics>");
}

[Collection(OnSqlite.Name)]
public sealed class ApprovalHabitsOnSqlite(WorkflowHost<SqliteDatabase> host) : ApprovalHabits<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class ApprovalHabitsOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : ApprovalHabits<PostgreSqlDatabase>(host);
