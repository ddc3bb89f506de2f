using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web;
using CommunityLms.Samples.Noticeboard.Data;

namespace CommunityLms.Samples.Noticeboard;

/// <summary>An institute's noticeboard: short notices, written in Markdown, newest first.</summary>
[DependsOn(typeof(KernelWebModule))]
public sealed class NoticeboardModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddModuleDbContext<NoticeboardDbContext>();
}
