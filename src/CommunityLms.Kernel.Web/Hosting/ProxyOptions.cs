using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace CommunityLms.Kernel.Web.Hosting;

/// <summary>
/// Which proxies stand in front: section "Proxy" of the configuration. Only they are believed who the client is and how it came (X-Forwarded-For,
/// X-Forwarded-Proto); what anybody else says of itself is ignored. The host name is never taken from a header: a proxy passes on Host.
/// </summary>
internal sealed record ProxyOptions(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks)
{
    public bool AreNamed => Addresses.Count + Networks.Count > 0;

    /// <exception cref="InvalidOperationException">An address or network can't be read.</exception>
    public static ProxyOptions From(IConfiguration configuration) => new(
        [.. Texts(configuration, "Proxy:Addresses").Select(text => IPAddress.TryParse(text, out var address) ? address : throw Unreadable("Proxy:Addresses", text, "10.0.0.5"))],
        [.. Texts(configuration, "Proxy:Networks").Select(text => IPNetwork.TryParse(text, out var network) ? network : throw Unreadable("Proxy:Networks", text, "10.0.0.0/24"))]);

    public void Trust(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many as are known, one behind the other.
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var address in Addresses)
            forwarded.KnownProxies.Add(address);
        foreach (var network in Networks)
            forwarded.KnownIPNetworks.Add(network);
    }

    private static string[] Texts(IConfiguration configuration, string key) => configuration.GetSection(key).Get<string[]>()
        ?? configuration[key]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static InvalidOperationException Unreadable(string key, string text, string example) => new($"“{text}” in {key} can't be read. Write for example {example}.");
}

internal static class ProxySetup
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = ProxyOptions.From(configuration);
        services.AddSingleton(proxies);
        return proxies.AreNamed ? services.PostConfigure<ForwardedHeadersOptions>(proxies.Trust) : services;
    }

    /// <summary>Before anything that looks at the client or the scheme.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<ProxyOptions>().AreNamed)
            app.UseForwardedHeaders();
    }
}
