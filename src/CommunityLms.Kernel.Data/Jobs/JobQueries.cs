using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Jobs;

internal sealed class JobQueries(KernelDbContext db, RecurringJobs recurring, JobTexts texts, IServiceProvider services, ICurrentTenant tenant, ICurrentUser user)
    : IJobQueries, IScopedDependency
{
    private IQueryable<JobRecord> Visible => db.Jobs.AsNoTracking().VisibleTo(tenant, user);

    public async Task<Page<JobRow>> List(JobFilter filter, PageRequest page, CancellationToken cancel)
    {
        var jobs = Visible;
        if (filter.State is { } state)
            jobs = jobs.Where(j => j.State == state);
        if (filter.Search is { } words)
        {
            var titles = await TitlesWith(words, cancel);
            jobs = jobs.Where(j => titles.Contains(j.Title) || j.Who.Contains(words));
        }
        var found = filter.ByWho
            ? await jobs.ToPage(j => j.Who, j => j.Id, page, cancel, filter.Descending)
            : await jobs.ToPage(j => j.QueuedAt, j => j.Id, page, cancel, filter.Descending);
        return new([.. found.Items.Select(Row)], found.Next);
    }

    public async Task<JobRow> Find(Guid jobId, CancellationToken cancel) =>
        Row(await Visible.SingleOrDefaultAsync(j => j.Id == jobId, cancel) ?? throw new RecordMissing("job"));

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

    /// <summary>The stored titles that hold the words as the reader sees them; there are as many as there are sorts of jobs.</summary>
    private async Task<string[]> TitlesWith(string words, CancellationToken cancel) =>
        [.. (await Visible.Select(j => new { j.JobType, j.Title }).Distinct().ToListAsync(cancel))
            .Where(t => texts.Title(t.JobType, t.Title).Contains(words, StringComparison.CurrentCultureIgnoreCase)).Select(t => t.Title).Distinct()];

    private JobRow Row(JobRecord job) => new(
        job.Id, job.TenantId, texts.Title(job), job.Who, job.State, job.Done, job.Total, texts.Doing(job), texts.Error(job), job.Attempts,
        job.QueuedAt, job.DueAt, job.StartedAt, job.FinishedAt);
}
