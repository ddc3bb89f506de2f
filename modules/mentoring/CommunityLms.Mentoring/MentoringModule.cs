using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.Data;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Mentoring;

/// <summary>Mentoring: programmes that pair experienced teachers with others, and the contract of each pair from its goals to its result.</summary>
[DependsOn(typeof(KernelWebModule), typeof(InstitutesContracts), typeof(WorkflowsContracts))]
public sealed class MentoringModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddModuleDbContext<MentoringDbContext>();
}
