using CommunityLms.Kernel.Web.Security;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The deep health of the installation, for people.</summary>
[RequiresPermission(ShellPermissions.HostHealth)]
public sealed class HealthModel(HealthCheckService health) : LmsPageModel
{
    public HealthReport? Report { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Report = await health.CheckHealthAsync(cancel);
}
