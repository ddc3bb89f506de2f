using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Jobs;

internal sealed class JobQueries(KernelDbContext db, RecurringJobs recurring, JobTexts texts, IServiceProvider services, ICurrentTenant tenant, ICurrentUser user)
    : IJobQueries, IScopedDependency
{
    public async Task<Page<JobRow>> List(JobState? state, PageRequest page, CancellationToken cancel)
    {
        var jobs = db.Jobs.AsNoTracking().VisibleTo(tenant, user);
        if (state is { } one)
            jobs = jobs.Where(j => j.State == one);
        var found = await jobs.ToPage(j => j.QueuedAt, j => j.Id, page, cancel, descending: true);
        return new([.. found.Items.Select(Row)], found.Next);
    }

    public async Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken cancel)
    {
        if (user.Actor is not { IsHostAdministrator: true })
            return [];
        var next = await recurring.NextTurns(cancel);
        var scheduled = new List<ScheduledJob>();
        foreach (var job in services.Contributions<IRecurringJob>())
        {
            var name = job.GetType().FullName!;
            var last = await db.Jobs.AsNoTracking().Where(j => j.JobType == name).OrderByDescending(j => j.QueuedAt).FirstOrDefaultAsync(cancel);
            scheduled.Add(new(texts.Of(job.GetType())[job.Title], job.Cron, next.GetValueOrDefault(name), last is null ? null : Row(last)));
        }
        return [.. scheduled.OrderBy(j => j.NextTurn ?? DateTime.MaxValue)];
    }

    private JobRow Row(JobRecord job) => new(
        job.Id, job.TenantId, texts.Title(job), job.Who, job.State, job.Done, job.Total, texts.Doing(job), texts.Error(job), job.Attempts,
        job.QueuedAt, job.DueAt, job.StartedAt, job.FinishedAt);
}
