using System.Text.Json;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Operations;

/// <summary>Live: the process answers. Ready: it can serve people. Deep: everything behind it, for whoever looks after the installation.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddLmsHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", tags: [Ready])
        .AddCheck<FilesHealth>("files", tags: [Ready])
        .AddCheck<OutboxHealth>("events")
        .AddCheck<JobsHealth>("jobs")
        .AddCheck<NodesHealth>("nodes")
        .AddCheck<ModulesHealth>("modules").Services;

    public static void MapLmsHealth(this IEndpointRouteBuilder app)
    {
        var forProbes = new OpenToVisitorsAttribute("A probe has no account and learns only whether the host works.");
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(forProbes);
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).WithMetadata(forProbes);
        app.MapHealthChecks("/health/deep", new() { ResponseWriter = Write }).RequireAuthorization(new RequiresPermissionAttribute(ShellPermissions.HostHealth));
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description, milliseconds = (long)e.Value.Duration.TotalMilliseconds }),
    }, JsonSerializerOptions.Web, context.RequestAborted);
}

internal sealed class DatabaseHealth(KernelDbContext db, IStringLocalizer<ShellTexts> texts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy(texts["The database answers."]) : HealthCheckResult.Unhealthy(texts["The database doesn't answer."]);
}

internal sealed class FilesHealth(IConfiguration configuration, IHostEnvironment environment, IStringLocalizer<ShellTexts> texts) : IHealthCheck
{
    private const long LowSpace = 1024L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var folder = Path.Combine(environment.ContentRootPath, configuration["Files:Folder"] ?? "data/files");
        Directory.CreateDirectory(folder);
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return Task.FromResult(free < LowSpace ? HealthCheckResult.Degraded(texts["Less than 1 GB is free for files."]) : HealthCheckResult.Healthy(texts["There is room for files."]));
    }
}

internal sealed class OutboxHealth(KernelDbContext db, TimeProvider clock, IStringLocalizer<ShellTexts> texts) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lateSince = clock.GetUtcNow().UtcDateTime - Late;
        var dead = await db.Outbox.CountAsync(m => m.State == OutboxState.Dead, cancellationToken);
        var late = await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting && m.OccurredAt < lateSince, cancellationToken);
        return dead + late == 0 ? HealthCheckResult.Healthy(texts["Events are delivered."]) : HealthCheckResult.Degraded(texts["{0} events are late, {1} could not be delivered.", late, dead]);
    }
}

internal sealed class JobsHealth(KernelDbContext db, TimeProvider clock, IStringLocalizer<ShellTexts> texts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var yesterday = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var failed = await db.Jobs.CountAsync(j => j.State == JobState.Failed && j.FinishedAt > yesterday, cancellationToken);
        return failed == 0 ? HealthCheckResult.Healthy(texts["No job failed in the last day."]) : HealthCheckResult.Degraded(texts["{0} jobs failed in the last day.", failed]);
    }
}

internal sealed class NodesHealth(INodes nodes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(nodes.IsConnected switch
    {
        true => HealthCheckResult.Healthy("Other nodes are told of changes at once."),
        false => HealthCheckResult.Degraded("Redis doesn't answer; other nodes see changes a little later."),
        null => HealthCheckResult.Healthy("No Redis: other nodes, if there are any, see changes a little later."),
    });
}

internal sealed class ModulesHealth(ModuleCatalog catalog, IStringLocalizer<ShellTexts> texts) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var disabled = catalog.Modules.Where(m => m.State == ModuleState.Disabled).Select(m => m.Name).ToList();
        return Task.FromResult(disabled.Count == 0 ? HealthCheckResult.Healthy(texts["All modules are enabled."]) : HealthCheckResult.Degraded(texts["Disabled: {0}.", string.Join(texts[", "], disabled)]));
    }
}
