using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows;

/// <summary>Workflows: definitions that administrators draw, the cases that run by them, and everybody's inbox.</summary>
[DependsOn(typeof(KernelWebModule), typeof(InstitutesContracts))]
public sealed class WorkflowsModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services
        .AddModuleDbContext<WorkflowsDbContext>()
        .AddSingleton(DueOptions.From(context.Configuration))
        .AddHostedService<DueLoop>();
}
