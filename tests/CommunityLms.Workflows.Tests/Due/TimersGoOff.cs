using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Settings;
using CommunityLms.Testing;
using CommunityLms.Workflows.Calendar;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Due;

/// <summary>Timers, reminders and escalation.</summary>
public abstract class TimersGoOff<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private static readonly DateTime s_friday = new(2026, 9, 25, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Timer_WhenItsTimeHasCome_GoesOffOnce()
    {
        var running = await Start(await Publish(Drawing.Chain("intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>")));
        Host.Clock.Forward(TimeSpan.FromHours(1));
        Host.Wake();
        (await Case(running)).Steps.ShouldBe(1);
        Host.Clock.Forward(TimeSpan.FromMinutes(61));
        Host.Wake();
        await Ended(running);
        (await Case(running)).Steps.ShouldBe(2);
        (await Host.Stored(db => db.DueWork.CountAsync(w => w.OwnerId == running && w.Kind == DueKind.Timer))).ShouldBe(0);
    }

    [Fact]
    public async Task Cycle_WhenTheHostWasDownForLong_CatchesUpWithoutDrift()
    {
        var running = await Start(await Publish(Drawing.Process("", "", """
            <startEvent id="start" /><userTask id="a" /><endEvent id="end" />
            <boundaryEvent id="urge" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
            <scriptTask id="note" lms:result="noted"><script>noted + 1</script></scriptTask>
            <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="end" /><sequenceFlow id="f3" sourceRef="urge" targetRef="note" />
            """)), new() { ["noted"] = 0 });
        Host.Clock.Forward(TimeSpan.FromHours(10));
        Host.Wake();
        await Eventually.Get(() => State(running), s => s.Variables["noted"].ToString() == "3");
        (await State(running)).Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Timer_InTheYear9999_IsAnIncident()
    {
        var running = await Start(await Publish(Drawing.Chain("intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDate>=date and time(when)</timeDate></timerEventDefinition>")), new() { ["when"] = "9999-12-31T00:00:00Z" });
        (await Incident(running)).Text.ShouldContain("no time within a hundred years");
    }

    [Fact]
    public async Task Start_ByTheClock_HappensAgainAndAgain()
    {
        var key = await Publish(Drawing.Process("", "", "<startEvent id=\"start\"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition></startEvent><endEvent id=\"end\" /><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\" />"));
        Host.Clock.Forward(TimeSpan.FromHours(5));
        Host.Wake();
        await Eventually.Get(() => Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionKey == key)), n => n == 2);
        Host.Clock.Forward(TimeSpan.FromHours(5));
        Host.Wake();
        (await Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionKey == key))).ShouldBe(2);
    }

    [Fact]
    public async Task WorkingDays_WhenAHolidayLiesBetween_AreCountedWithoutIt()
    {
        await Set(CalendarSettings.DaysOff, "2026-09-28, 2026-10-01");
        await Set(CalendarSettings.WorkingWeekends, "2026-09-26");
        var then = await Host.As(null, s => s.GetRequiredService<WorkingCalendar>().After(s_friday, 2, Cancel));
        // Saturday is worked, Monday is off: Saturday and Tuesday.
        then.ShouldBe(new(2026, 9, 29, 2, 0, 0, DateTimeKind.Utc));
        await Set(CalendarSettings.DaysOff, null);
        await Set(CalendarSettings.WorkingWeekends, null);
    }

    [Fact]
    public async Task Days_ThatAreNone_AreRefusedAsASetting() =>
        await Host.As(People.Admin, s => Should.ThrowAsync<Kernel.Domain.RuleBroken>(() => s.GetRequiredService<ISettings>().Set(CalendarSettings.DaysOff, SettingLevels.Institute, "2026-02-30", Cancel)));

    [Fact]
    public async Task Task_ThatWaitsTooLong_IsCalledToMindAndThenToldToOthers()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" name=\"Look at it\" lms:remind=\"=3\" lms:escalate=\"=5\" lms:escalateTo=\"administrator\"")));
        var task = await Task(running, "a");
        Host.Clock.Forward(TimeSpan.FromDays(6));
        Host.Wake();
        await Eventually.Get(() => Journal(running), j => j.Exists(e => e.Kind == EntryKind.Reminded));
        await Told(People.Teacher.AccountId, CaseNews.TaskUrl(task.Id), "“Look at it” still waits for you");
        Host.Clock.Forward(TimeSpan.FromDays(4));
        Host.Wake();
        await Told(People.Admin.AccountId, CaseNews.CaseUrl(running), "“Look at it” has waited too long");
    }

    [Fact]
    public async Task Task_ThatIsDone_IsNotCalledToMind()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" lms:remind=\"=1\"", "userTask id=\"b\"")));
        await Complete(People.Teacher, (await Task(running, "a")).Id);
        Host.Clock.Forward(TimeSpan.FromDays(5));
        Host.Wake();
        await Eventually.Get(() => Host.Stored(db => db.DueWork.CountAsync(w => w.OwnerId == running && w.Kind == DueKind.Reminder)), n => n == 0);
        (await Journal(running)).ShouldNotContain(e => e.Kind == EntryKind.Reminded);
    }

    private Task Set(Setting setting, string? text) => Host.As(People.Admin, s => s.GetRequiredService<ISettings>().Set(setting, SettingLevels.Institute, text, Cancel));

    private async Task Told(Guid account, string url, string words)
    {
        var news = await Eventually.Get(() => Host.As(People.Admin with { AccountId = account }, s => s.GetRequiredService<INotificationInbox>().List(new(), Cancel)), n => n.Items.Any(i => i.Url == url && i.Text.Contains(words, StringComparison.Ordinal)));
        news.Items.ShouldNotBeEmpty();
    }
}

[Collection(OnSqlite.Name)]
public sealed class TimersGoOffOnSqlite(WorkflowHost<SqliteDatabase> host) : TimersGoOff<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class TimersGoOffOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : TimersGoOff<PostgreSqlDatabase>(host);
