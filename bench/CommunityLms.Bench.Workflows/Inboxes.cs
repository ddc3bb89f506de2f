using System.Diagnostics;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel.Values;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench.Workflows;

/// <summary>The inbox of one person in an institute with few running cases and in one with many; the person's own tasks are the same in both.</summary>
internal static class Inboxes
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int Mine = 40;
    private const int Rounds = 9;
    private const int Looks = 100;

    public static async Task Measure(HostInside few, HostInside many)
    {
        await Fill(few, Few);
        await Fill(many, Many);
        foreach (var host in (HostInside[])[few, many, few, many])
            await Look(host);
        List<(double Few, double Many)> rounds = [];
        for (var i = 0; i < Rounds; i++)
            rounds.Add((await Look(few), await Look(many)));
        Report.Title($"The inbox, {few.Database.Provider}");
        Report.Table(["running cases", "ms for its first page and its count"],
        [
            [Report.Say(Few, "N0"), Report.Spread(rounds.Select(r => r.Few), "F2")],
            [Report.Say(Many, "N0"), Report.Spread(rounds.Select(r => r.Many), "F2")],
            ["ratio", Report.Spread(rounds.Select(r => r.Many / r.Few), "F2")],
        ]);
    }

    private static async Task<double> Look(HostInside host)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Looks; i++)
            await host.Do(async services =>
            {
                var inbox = services.GetRequiredService<InboxQueries>();
                var page = await inbox.Open(new(), CancellationToken.None);
                return page.Items.Count > 0 && await inbox.Count(CancellationToken.None) == Mine ? true : throw new InvalidOperationException("The inbox doesn't hold what was put there.");
            });
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / Looks;
    }

    /// <summary>Cases as they stand after their start, written many at a time; all but a few wait for others.</summary>
    private static async Task Fill(HostInside host, int cases)
    {
        var others = await host.Do(async services => (await services.GetRequiredService<IRoles>().Holders("member", host.Root.Id, CancellationToken.None))?.People.Select(p => p.Id).ToList() ?? [.. Enumerable.Range(0, 400).Select(_ => Guid.CreateVersion7())]);
        const int AtOnce = 1_000;
        for (var written = 0; written < cases; written += AtOnce)
            await host.Do(async services =>
            {
                var db = services.GetRequiredService<WorkflowsDbContext>();
                var definition = await db.Definitions.SingleAsync(d => d.Key == HostInside.FiveTasks);
                var graph = await services.GetRequiredService<Graphs>().Of(definition.CurrentVersionId!.Value, CancellationToken.None);
                var at = TimeProvider.System.GetUtcNow();
                foreach (var i in Enumerable.Range(written, AtOnce))
                {
                    var started = new Case(definition, 1, new StartCase(HostInside.FiveTasks, host.Root.Id, $"Case {i}", []), new(host.Admin.Name, host.Admin.PersonId), at.UtcDateTime);
                    var open = started.Apply(graph, new CaseStarted(at, new Dictionary<string, FeelValue>(StringComparer.Ordinal))).Commands.OfType<OpenTask>().Single();
                    var doer = i % (cases / Mine) == 0 ? host.Admin.PersonId!.Value : others[i % others.Count];
                    db.Add(started);
                    db.Add(new WorkItem(started.Id, open.Instance, open.Task.Id, open.Task.Name, new(doer), at.UtcDateTime, null));
                }
                return await db.SaveChangesAsync();
            });
    }
}
