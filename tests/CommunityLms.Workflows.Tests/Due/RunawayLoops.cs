using CommunityLms.Kernel.Settings;
using CommunityLms.Testing;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Due;

/// <summary>A drawing that runs in circles from one step to the next takes its institute's share and no more.</summary>
public abstract class RunawayLoops<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const int Limit = 40;

    [Fact]
    public async Task Circle_OfTimers_WaitsForTheNextMinute()
    {
        await Set(Limit);
        // Whatever was counted before belongs to an earlier minute.
        Host.Clock.Forward(TimeSpan.FromMinutes(2));
        var circle = await Start(await Publish(Circle), new() { ["enough"] = false });
        var next = await Eventually.Get(() => Host.Stored(db => db.DueWork.AsNoTracking().Where(w => w.OwnerId == circle && w.Kind == DueKind.Timer).Select(w => w.DueAt).FirstOrDefaultAsync()),
            due => due > Host.Clock.GetUtcNow().UtcDateTime.AddSeconds(31));
        next.ShouldBeLessThan(Host.Clock.GetUtcNow().UtcDateTime.AddSeconds(61));
        (await Case(circle)).Steps.ShouldBeInRange(Limit / 2, Limit + 1);

        await Do<Workflows.Cases.Intervening>(People.Admin, i => i.Correct(circle, new() { ["enough"] = true }, "A circle", Cancel));
        await Set(null);
        Host.Clock.Forward(TimeSpan.FromMinutes(2));
        Host.Wake();
        await Ended(circle);
    }

    [Fact]
    public async Task Circle_OnTwoNodes_TakesNoMoreThanOnOne()
    {
        await Set(Limit);
        Host.Clock.Forward(TimeSpan.FromMinutes(2));
        await using var second = Host.OpenSecond(out var services);
        var (key, circles) = (await Publish(Circle), new List<Guid>());
        for (var i = 0; i < Circles; i++)
            circles.Add(await Start(key, new() { ["enough"] = false }));
        Host.Wake();
        services.GetRequiredService<DueSignal>().Wake();

        var soon = Host.Clock.GetUtcNow().UtcDateTime.AddSeconds(31);
        await Eventually.Get(() => Host.Stored(db => db.DueWork.CountAsync(w => circles.Contains(w.OwnerId) && w.Kind == DueKind.Timer && w.DueAt < soon)), left => left == 0);
        // Each may look a little late at what the other took, by a tenth of the limit.
        (await Host.Stored(db => db.Cases.Where(c => circles.Contains(c.Id)).SumAsync(c => c.Steps - 1))).ShouldBeInRange(Limit / 2, Limit * 3 / 2);

        await Set(null);
        foreach (var circle in circles)
            await Do<Workflows.Cases.Intervening>(People.Admin, i => i.Cancel(circle, "A circle", Cancel));
    }

    private const int Circles = 6;

    private static string Circle => Drawing.Process("", "", """
            <startEvent id="start" /><intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT0S</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <exclusiveGateway id="way" default="again" /><endEvent id="end" />
            <sequenceFlow id="f1" sourceRef="start" targetRef="wait" /><sequenceFlow id="f2" sourceRef="wait" targetRef="way" /><sequenceFlow id="again" sourceRef="way" targetRef="wait" />
            <sequenceFlow id="out" sourceRef="way" targetRef="end"><conditionExpression>enough = true</conditionExpression></sequenceFlow>
            """);

    private Task Set(int? limit) => Host.As(People.Admin with { IsHostAdministrator = true },
        s => s.GetRequiredService<ISettings>().Set(RunawaySettings.StepsPerMinute, SettingLevels.Host, limit?.ToString(System.Globalization.CultureInfo.InvariantCulture), Cancel));
}

[Collection(OnSqlite.Name)]
public sealed class RunawayLoopsOnSqlite(WorkflowHost<SqliteDatabase> host) : RunawayLoops<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class RunawayLoopsOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : RunawayLoops<PostgreSqlDatabase>(host);
