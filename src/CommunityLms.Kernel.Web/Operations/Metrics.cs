using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CommunityLms.Kernel.Web.Operations;

/// <summary>Figures for Prometheus at /metrics, and figures and traces to a collector where "Otlp:Endpoint" names one.</summary>
internal static class Metrics
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Quartz"];

    public static IServiceCollection AddLmsMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        var collector = configuration["Otlp:Endpoint"] is { Length: > 0 } endpoint ? new Uri(endpoint) : null;
        services.AddSingleton<PrometheusExporter>();
        services.AddSingleton(provider =>
        {
            var meters = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddReader(new BaseExportingMetricReader(provider.GetRequiredService<PrometheusExporter>()));
            return (collector is null ? meters : meters.AddOtlpExporter(o => o.Endpoint = collector)).Build();
        });
        if (collector is not null)
            services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddOtlpExporter(o => o.Endpoint = collector).Build());
        return services;
    }

    public static void MapLmsMetrics(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<MeterProvider>();
        app.ServiceProvider.GetService<TracerProvider>();
        app.MapGet("/metrics", (PrometheusExporter exporter) => Results.Text(exporter.Scrape(), "text/plain; version=0.0.4"))
            .RequireAuthorization(new RequiresPermissionAttribute(ShellPermissions.HostHealth)).ExcludeFromDescription();
    }
}
