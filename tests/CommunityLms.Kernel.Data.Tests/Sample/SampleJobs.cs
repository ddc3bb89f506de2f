using System.Globalization;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.Configuration;

namespace CommunityLms.Kernel.Data.Tests.Sample;

internal sealed record Note(string Text);

/// <summary>Writes down that it ran, and for whom.</summary>
internal sealed class NoteJob(Journal journal, ICurrentTenant tenant, ICurrentUser user) : IJob<Note>
{
    public Task Run(Note args, IJobContext job, CancellationToken cancel)
    {
        journal.Add($"ran {args.Text}");
        journal.Add($"{args.Text} for {tenant.Id} by {user.Actor?.Name} {user.Actor?.AccountId} {user.Actor?.PersonId} {user.Actor?.IsHostAdministrator} {string.Join('+', user.Actor?.TokenScope ?? new HashSet<string>())}");
        return Task.CompletedTask;
    }
}

/// <summary>Reports twice with a gate after it; ends when the gate opens or the token says so.</summary>
internal sealed class GatedJob(Journal journal) : IJob<Note>
{
    public async Task Run(Note args, IJobContext job, CancellationToken cancel)
    {
        journal.Add($"started {args.Text}");
        await job.Report(1, 3, "Reading", cancel);
        await job.Report(2, 3, "Writing", cancel);
        await journal.Pass(args.Text, cancel);
        journal.Add($"ended {args.Text}");
    }
}

/// <summary>Reports without end and never looks at its token.</summary>
internal sealed class ReportingJob : IJob<Note>
{
    public async Task Run(Note args, IJobContext job, CancellationToken cancel)
    {
        for (var i = 1; ; i++)
        {
            await job.Report(i, 0, "Going on", CancellationToken.None);
            await Task.Delay(10, CancellationToken.None);
        }
    }
}

/// <summary>Fails as often as the test says.</summary>
internal sealed class FlakyJob(Journal journal) : IJob<Note>
{
    public Task Run(Note args, IJobContext job, CancellationToken cancel)
    {
        journal.Add($"tried {args.Text}");
        return journal.FailsNow(args.Text) ? throw new InvalidOperationException("The printer is out of paper.") : Task.CompletedTask;
    }
}

/// <summary>Breaks a rule every time.</summary>
internal sealed class RuleJob(Journal journal) : IJob<Note>
{
    public static readonly Rule SeatsLeft = new("Only {0} seats are left.");

    public Task Run(Note args, IJobContext job, CancellationToken cancel)
    {
        journal.Add($"tried {args.Text}");
        throw new RuleBroken(SeatsLeft, 3);
    }
}

/// <summary>Comes round when the test's configuration says so, else on New Year's Day 2099.</summary>
internal sealed class SeatCount(Journal journal, IConfiguration configuration) : IRecurringJob
{
    public string Title => "Count the seats";

    public string Cron => configuration["Sample:Cron"] ?? "0 0 0 1 1 ? 2099";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        journal.Add(string.Create(CultureInfo.InvariantCulture, $"turn {job.Id}"));
        if (configuration["Sample:Gate"] is { } gate)
            await journal.Pass(gate, cancel);
    }
}
