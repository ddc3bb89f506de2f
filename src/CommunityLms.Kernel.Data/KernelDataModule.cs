using CommunityLms.Kernel.Data.DataProtection;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data;

/// <summary>Storage for all modules: contexts, migrations, audit, events, jobs, files, settings, news.</summary>
[DependsOn(typeof(KernelModule))]
public sealed class KernelDataModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var database = DatabaseOptions.From(context.Configuration, context.Environment);
        context.Services
            .AddSingleton(database)
            .AddModuleDbContext<KernelDbContext>()
            .AddMemoryCache()
            .AddNodes(context.Configuration)
            .AddSingleton(OutboxOptions.From(context.Configuration))
            .AddHostedService<OutboxDispatcher>()
            .AddSingleton(MailOptions.From(context.Configuration))
            .AddHostedService<MailSender>()
            .AddJobs(database, JobOptions.From(context.Configuration));
        context.Services.AddDataProtection(o => o.ApplicationDiscriminator = "CommunityLms");
        context.Services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyRepository>((options, keys) => options.XmlRepository = keys);
    }
}
