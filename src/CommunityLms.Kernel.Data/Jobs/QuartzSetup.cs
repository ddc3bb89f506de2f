using CommunityLms.Kernel.Data.Providers;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Quartz on the host's own database; its tables are made when the host starts, after the modules' migrations.</summary>
internal static class QuartzSetup
{
    private const string TablePrefix = "core_qrtz_";

    public static IServiceCollection AddJobs(this IServiceCollection services, DatabaseOptions database, JobOptions options)
    {
        services.AddSingleton(options);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "CommunityLms";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(options.Concurrency);
            quartz.UsePersistentStore(store => store.On(database, options));
            quartz.AddJob<JobRun>(job => job.WithIdentity(JobQueue.Run).StoreDurably());
            quartz.AddJob<RecurringTick>(job => job.WithIdentity(RecurringJobs.Tick).StoreDurably().RequestRecovery());
        });
        services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = false;
            hosted.WaitForJobsToComplete = true;
        });
        // Quartz tells of every trigger; a more exact category in the configuration brings that back.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        return services.AddHostedService<JobUpkeep>();
    }

    private static void On(this IPersistentStoreBuilder store, DatabaseOptions database, JobOptions options)
    {
        store.ConfigureStore(o => o.TablePrefix = TablePrefix);
        store.ProvisionSchema();
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                break;
            case DatabaseProvider.SqlServer:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                break;
            default:
                store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                return;
        }
        store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (options.CheckInEvery, options.CheckInEvery));
    }
}
