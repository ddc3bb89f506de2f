using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Jobs;

/// <summary>Words for tests about jobs.</summary>
public abstract class JobTestBase(TestDatabase database)
{
    protected TestDatabase Database { get; } = database;

    protected static readonly Guid Institute = Guid.CreateVersion7();
    protected static readonly Actor Li = new(Guid.CreateVersion7(), "Li Na", Guid.CreateVersion7());

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected Task<KernelHost> Start(params (string, string)[] configuration) => KernelHost.Start(Database, configuration);

    private protected static Task<Guid> Enqueue<TJob>(KernelHost host, string text, TimeSpan delay = default, Actor? actor = null) where TJob : IJob<Note> =>
        host.In(Institute, actor ?? Li, s => s.GetRequiredService<IJobs>().Enqueue<TJob, Note>("Count the seats", new(text), Cancel, delay));

    private protected static Task<JobStatus?> Find(KernelHost host, Guid id) => host.In(Institute, Li, s => s.GetRequiredService<IJobs>().Find(id, Cancel));

    private protected static Task CancelJob(KernelHost host, Guid id) => Do(host, jobs => jobs.Cancel(id, Cancel));

    private protected static Task Do(KernelHost host, Func<IJobs, Task> work, Guid? institute = null) => host.Do(institute ?? Institute, Li, s => work(s.GetRequiredService<IJobs>()));

    private protected static Task<JobStatus?> Until(KernelHost host, Guid id, JobState state) => Eventually.Get(() => Find(host, id), found => found?.State == state);

    private protected static Task<JobRecord> Record(KernelHost host, Guid id) => host.Kernel(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, Cancel));

    private protected static Task<int> CountTriggers(KernelHost host, Guid id)
    {
        var names = TriggersOf(id);
        return host.Kernel(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM core_qrtz_triggers WHERE trigger_name LIKE {names}").SingleAsync(Cancel));
    }

    private protected static string TriggersOf(Guid id) => $"{id:N}%";
}
