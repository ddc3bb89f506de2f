using System.Text.Json.Nodes;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Inbox;

/// <summary>Who gets a task, and what they may do with it.</summary>
public abstract class TasksInHands<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string ForTheSchool = "userTask id=\"a\" name=\"Look\" lms:role=\"school-officer\"";

    [Fact]
    public async Task Task_WhenDoneTwice_IsDoneOnce()
    {
        var (_, task) = await Opened(ForTheSchool);
        await Complete(People.SchoolOfficer, task.Id);
        (await Refused<CompleteTask>(People.SchoolOfficer, t => t.Handle(task.Id, [], null, Cancel))).ShouldBe(WorkRules.Closed);
    }

    [Fact]
    public async Task Task_WhenDoneTwiceAtOnce_IsDoneOnce()
    {
        var (running, task) = await Opened(ForTheSchool, "userTask id=\"b\" lms:role=\"school-officer\"");
        var both = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Complete(People.SchoolOfficer, task.Id);
                return true;
            }
            catch (RuleBroken refused) when (refused.Rule == WorkRules.Closed || refused.Rule == CaseRules.StepIsGone)
            {
                return false;
            }
        }));
        both.Count(done => done).ShouldBe(1);
        (await Journal(running)).Count(e => e.Number is not null).ShouldBe(2);
    }

    [Fact]
    public async Task Task_OfSomebodyElse_IsntThere()
    {
        var (_, task) = await Opened(ForTheSchool);
        await Missing<CompleteTask>(People.Teacher, t => t.Handle(task.Id, [], null, Cancel));
        await Host.As(People.SecondAdmin, s => Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<CompleteTask>().Handle(task.Id, [], null, Cancel)), second: true);
        (await Inbox(People.Teacher)).Items.ShouldNotContain(r => r.Id == task.Id);
        (await Inbox(People.SchoolOfficer)).Items.Single(r => r.Id == task.Id).Why.ShouldBe(InboxReason.Group);
    }

    [Fact]
    public async Task Task_OfACancelledCase_IsClosed()
    {
        var (running, task) = await Opened(ForTheSchool);
        await Do<Intervening>(People.Admin, i => i.Cancel(running, "By mistake", Cancel));
        (await Refused<CompleteTask>(People.SchoolOfficer, t => t.Handle(task.Id, [], null, Cancel))).ShouldBe(WorkRules.Closed);
        (await Inbox(People.SchoolOfficer)).Items.ShouldNotContain(r => r.Id == task.Id);
    }

    [Fact]
    public async Task Task_OfAGroup_IsTakenByOne()
    {
        await using var _ = await StandIn(People.SchoolOfficer, People.Leader);
        var (running, task) = await Opened(ForTheSchool);
        await Do<PassingOn>(People.SchoolOfficer, p => p.Claim(task.Id, Cancel));
        // Who stands in for somebody may do what that one has taken; a third of the group may not.
        await Do<PassingOn>(People.SchoolOfficer, p => p.Transfer(task.Id, People.Admin.PersonId!.Value, null, Cancel));
        (await Refused<PassingOn>(People.Leader, p => p.Claim(task.Id, Cancel))).ShouldBe(WorkRules.TakenByOther);
        await Do<PassingOn>(People.Admin, p => p.Return(task.Id, Cancel));
        await Do<PassingOn>(People.Leader, p => p.Claim(task.Id, Cancel));
        await Complete(People.Leader, task.Id);
        (await Journal(running)).Select(e => e.Kind).ShouldBe([EntryKind.Step, EntryKind.Claimed, EntryKind.Transferred, EntryKind.Returned, EntryKind.Claimed, EntryKind.Step]);
    }

    [Fact]
    public async Task Task_WhenDelegated_ComesBackBeforeItGoesOn()
    {
        var (running, task) = await Opened("userTask id=\"a\" lms:person=\"=starter\" lms:asks=\"word\"");
        await Do<PassingOn>(People.Teacher, p => p.Delegate(task.Id, People.Leader.PersonId!.Value, "Have a look", Cancel));
        (await Refused<CompleteTask>(People.Teacher, t => t.Handle(task.Id, new() { ["word"] = "mine" }, null, Cancel))).ShouldBe(WorkRules.DelegatedAlready);
        (await Inbox(People.Leader)).Items.Single(r => r.Id == task.Id).Why.ShouldBe(InboxReason.Delegated);
        await Complete(People.Leader, task.Id, new() { ["word"] = "theirs" });

        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
        var back = (await Inbox(People.Teacher)).Items.Single(r => r.Id == task.Id);
        (back.Why, back.HasDraft).ShouldBe((InboxReason.Assigned, true));
        await Complete(People.Teacher, task.Id, new() { ["word"] = "theirs" });
        await Ended(running);
    }

    [Fact]
    public async Task Task_WhenSomebodyIsAway_IsTheirDeputysToo()
    {
        await using var _ = await StandIn(People.Teacher, People.Leader);
        var (running, task) = await Opened("userTask id=\"a\" lms:person=\"=starter\"");
        (await Inbox(People.Leader)).Items.Single(r => r.Id == task.Id).ShouldSatisfyAllConditions(r => r.Why.ShouldBe(InboxReason.Deputy), r => r.For!.Written.ShouldBe(People.Teacher.Name));
        await Complete(People.Leader, task.Id);
        (await Journal(running)).Single(e => e.Kind == EntryKind.ActedFor).ShouldSatisfyAllConditions(e => e.PersonId.ShouldBe(People.Leader.PersonId), e => e.AboutPersonId.ShouldBe(People.Teacher.PersonId));
    }

    [Fact]
    public async Task Deputy_NamedForSomebodyElse_NeedsThePermission()
    {
        var today = Host.Clock.Today();
        await Host.As(People.Teacher, s => Should.ThrowAsync<AccessDenied>(() => s.GetRequiredService<StandingIn>().Appoint(People.Admin.PersonId!.Value, People.Teacher.PersonId!.Value, today, today, Cancel)));
        (await Refused<StandingIn>(People.Teacher, s => s.Appoint(People.Teacher.PersonId!.Value, People.Teacher.PersonId!.Value, today, today, Cancel))).ShouldBe(DeputyRules.NotOneself);
    }

    [Fact]
    public async Task Task_ForThePreviousDoer_GoesToThem()
    {
        var (running, task) = await Opened(ForTheSchool, "userTask id=\"b\" lms:doerOf=\"a\"");
        await Complete(People.SchoolOfficer, task.Id);
        (await Task(running, "b")).PersonId.ShouldBe(People.SchoolOfficer.PersonId);
    }

    [Fact]
    public async Task Task_ThatNobodyCanDo_IsSeenAndReassigned()
    {
        var (running, task) = await Opened("userTask id=\"a\" lms:person=\"=nobody\"");
        (await Incident(running)).Arguments[1].ShouldBe("=nobody");
        (await Refused<Intervening>(People.Admin, i => i.Reassign(running, task.Id, People.Leader.PersonId!.Value, " ", Cancel))).ShouldBe(CaseRules.ReasonNeeded);
        await Do<Intervening>(People.Admin, i => i.Reassign(running, task.Id, People.Leader.PersonId!.Value, "Nobody else is there", Cancel));
        await Complete(People.Leader, task.Id);
        await Ended(running);
    }

    [Fact]
    public async Task Answers_ThatArentAskedFor_AreRefused()
    {
        var (_, task) = await Opened("userTask id=\"a\" lms:asks=\"word, more*\"");
        (await Refused<CompleteTask>(People.Teacher, t => t.Handle(task.Id, new() { ["word"] = "x", ["secret"] = 1 }, null, Cancel))).ShouldBe(WorkRules.NotAsked with { Field = "answers.secret" });
        (await Refused<CompleteTask>(People.Teacher, t => t.Handle(task.Id, new() { ["more"] = "x" }, null, Cancel))).ShouldBe(WorkRules.AnswerMissing with { Field = "answers.word" });
        await Complete(People.Teacher, task.Id, new() { ["word"] = "x" });
    }

    [Fact]
    public async Task Seal_WhenThePersonKeepsNone_IsRefused()
    {
        var (_, task) = await Opened("userTask id=\"a\" lms:person=\"=starter\" lms:seal=\"=unit\"");
        (await Refused<CompleteTask>(People.Teacher, t => t.Handle(task.Id, [], null, Cancel))).ShouldBe(WorkRules.NotKeeper);
    }

    [Fact]
    public async Task Inbox_WhenSomeAreOverdue_HasTheseFirst()
    {
        var later = await Opened("userTask id=\"a\"", due: 9);
        var sooner = await Opened("userTask id=\"a\"", due: 1);
        var undated = await Opened("userTask id=\"a\"");
        var mine = (await Inbox(People.Teacher)).Items.Select(r => r.Id).ToList();
        new[] { sooner.Task.Id, later.Task.Id, undated.Task.Id }.Select(id => mine.IndexOf(id)).ShouldBeInOrder();
        (await Host.As(People.Teacher, s => s.GetRequiredService<InboxQueries>().Count(Cancel))).ShouldBe(mine.Count);
    }

    [Fact]
    public async Task Copy_WhenSent_LetsTheReceiverSeeTheCaseAndNothingElse()
    {
        var (running, task) = await Opened("userTask id=\"a\"");
        await Missing<CaseAccess>(People.Leader, c => c.See(running, Cancel));
        await Do<PassingOn>(People.Teacher, p => p.CopyTo(task.Id, People.Leader.PersonId!.Value, Cancel));
        await Do<CaseAccess>(People.Leader, c => c.See(running, Cancel));
        (await Inbox(People.Leader)).Items.ShouldNotContain(r => r.Id == task.Id);
        var copy = (await Host.As(People.Leader, s => s.GetRequiredService<Copies>().Mine(new(), Cancel))).Items.Single(c => c.CaseId == running);
        await Missing<Copies>(People.Teacher, c => c.See(copy.Id, Cancel));
        await Do<Copies>(People.Leader, c => c.See(copy.Id, Cancel));
        (await Host.As(People.Leader, s => s.GetRequiredService<Copies>().Mine(new(), Cancel))).Items.Single(c => c.CaseId == running).IsSeen.ShouldBeTrue();
    }

    [Fact]
    public async Task Bulk_WhereSomeCantBeApproved_DoesTheOthersAndSaysWhyNot()
    {
        var plain = await Opened("userTask id=\"a\" name=\"Plain\" lms:bulk=\"true\"");
        var opened = await Opened("userTask id=\"a\" name=\"Opened\"");
        var lacking = await Opened("userTask id=\"a\" name=\"Lacking\" lms:asks=\"why\" lms:bulk=\"true\"");
        var answered = await Opened(["userTask id=\"a\" name=\"Answered\" lms:asks=\"agreed\" lms:bulk=\"={agreed: true}\"", "userTask id=\"b\""]);

        var results = await Host.As(People.Teacher, s => s.GetRequiredService<BulkComplete>().Handle([plain.Task.Id, opened.Task.Id, lacking.Task.Id, answered.Task.Id], "All fine", Cancel));

        results.Select(r => r.Refusal?.Rule.Message).ShouldBe([null, WorkRules.NoBulk.Message, WorkRules.AnswerMissing.Message, null]);
        await Ended(plain.Case);
        (await State(answered.Case)).Variables["agreed"].ToString().ShouldBe("true");
        (await Journal(answered.Case)).ShouldContain(e => e.Kind == EntryKind.Commented && e.Text == "All fine");
        // Nothing of the one that was refused half-way came through with the next.
        (await Journal(lacking.Case)).ShouldNotContain(e => e.Kind == EntryKind.Commented);
        (await Inbox(People.Teacher)).Items.Where(r => r.AllowsBulk).Select(r => r.Id).ShouldContain(lacking.Task.Id);
        await Missing<BulkComplete>(People.Leader, b => b.Handle([lacking.Task.Id], null, Cancel));
    }

    private Task<(Guid Case, WorkItem Task)> Opened(string element, string second) => Opened([element, second]);

    private Task<(Guid Case, WorkItem Task)> Opened(string element, int? due = null) => Opened([due is { } days ? $"{element} lms:due=\"={days}\"" : element]);

    private async Task<(Guid Case, WorkItem Task)> Opened(string[] elements)
    {
        var running = await Start(await Publish(Drawing.Chain(elements)));
        return (running, await Task(running, "a"));
    }

    private async Task<Standing> StandIn(Actor person, Actor deputy)
    {
        var today = Host.Clock.Today();
        var id = await Host.As(person, s => s.GetRequiredService<StandingIn>().Appoint(person.PersonId!.Value, deputy.PersonId!.Value, today, today.AddDays(400), Cancel));
        return new(() => Do<StandingIn>(person, s => s.End(id, Cancel)));
    }

    private sealed record Standing(Func<Task> End) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await End();
    }
}

[Collection(OnSqlite.Name)]
public sealed class TasksInHandsOnSqlite(WorkflowHost<SqliteDatabase> host) : TasksInHands<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class TasksInHandsOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : TasksInHands<PostgreSqlDatabase>(host);
