using System.Diagnostics;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench.Workflows;

/// <summary>What completing a task costs, against writing one row: each in a scope and a transaction of its own, one after the other.</summary>
internal static class CompletingTasks
{
    private const int Rounds = 9;

    /// <summary>Until the runtime has compiled what runs often once more.</summary>
    private const int WarmUp = 4;
    private const int Cases = 60;
    private const int TasksOfACase = 5;

    public static async Task Measure(HostInside host)
    {
        await using (var db = new RowContext(host.Database))
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE bench_row (\"Id\" VARCHAR(36) NOT NULL PRIMARY KEY, \"Text\" VARCHAR(2000) NOT NULL)");
        for (var i = 0; i < WarmUp; i++)
            await Round(host);
        List<(double Task, double Row)> rounds = [];
        for (var i = 0; i < Rounds; i++)
            rounds.Add(await Round(host));
        Report.Title($"Completing a task against inserting a row, {host.Database.Provider}");
        Report.Table(["", "ms"],
        [
            ["a task completed", Report.Spread(rounds.Select(r => r.Task), "F2")],
            ["a row inserted", Report.Spread(rounds.Select(r => r.Row), "F2")],
            ["ratio", Report.Spread(rounds.Select(r => r.Task / r.Row), "F2")],
        ]);
    }

    private static async Task<(double Task, double Row)> Round(HostInside host)
    {
        List<Guid> cases = [];
        for (var i = 0; i < Cases; i++)
            cases.Add(await host.Do(services => services.GetRequiredService<IWorkflowRuntime>().Start(new(HostInside.FiveTasks, host.Root.Id, $"Case {i}", []), CancellationToken.None)));
        var (tasks, rows) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var step = 0; step < TasksOfACase; step++)
        {
            var open = await host.Do(services => services.GetRequiredService<WorkflowsDbContext>().WorkItems.Where(w => w.State == WorkState.Open && cases.Contains(w.CaseId)).Select(w => w.Id).ToListAsync());
            var start = Stopwatch.GetTimestamp();
            foreach (var task in open)
                await host.Do(async services =>
                {
                    await services.GetRequiredService<CompleteTask>().Handle(task, [], null, CancellationToken.None);
                    return true;
                });
            tasks += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            foreach (var _ in open)
            {
                await using var db = new RowContext(host.Database);
                db.Add(new Row { Id = Guid.CreateVersion7().ToString(), Text = new('x', 200) });
                await db.SaveChangesAsync();
            }
            rows += Stopwatch.GetElapsedTime(start);
        }
        return (tasks.TotalMilliseconds / (Cases * TasksOfACase), rows.TotalMilliseconds / (Cases * TasksOfACase));
    }

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Text { get; init; }
    }

    /// <summary>A context with one table on the same database, set up in the same way.</summary>
    private sealed class RowContext(DatabaseOptions database) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseLmsDatabase(database, typeof(WorkflowsDbContext));

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>().ToTable("bench_row");
    }
}
