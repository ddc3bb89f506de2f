using System.Net;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Accounts;

/// <summary>A host that knows a proxy at 10.1.2.3 and proxies in 10.9.0.0/16, and takes a form twice a minute from one client.</summary>
public sealed class ProxiedHost() : AccountsHost(sample: false, guessesPerMinute: 2)
{
    private const string Peer = "X-Test-Peer";

    /// <summary>A browser whose requests arrive from this address, by http.</summary>
    internal Visitor From(string peer, string? client = null, string? scheme = null)
    {
        var http = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
        http.DefaultRequestHeaders.Add(Peer, peer);
        if (client is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-For", client);
        if (scheme is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return new(http);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Proxy:Addresses", "10.1.2.3, 10.1.2.4");
        builder.UseSetting("Proxy:Networks:0", "10.9.0.0/16");
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Peers>());
    }

    /// <summary>The test server has no network, so a header of the test says where a request arrives from.</summary>
    private sealed class Peers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Peer].ToString());
                return rest(context);
            });
            next(app);
        };
    }
}

public sealed class BehindAProxy(ProxiedHost host) : IClassFixture<ProxiedHost>
{
    private const string Form = "/account/forgot-password";

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("10.1.2.4")]
    [InlineData("10.9.77.1")]
    public async Task Scheme_WhenAKnownProxySaysHttps_MakesTheCookieSecure(string proxy)
    {
        var answer = await host.From(proxy, "203.0.113.5", "https").Open(Form);
        answer.Cookies.ShouldContain(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Scheme_WhenAnUnknownPeerSaysHttps_IsNotBelieved()
    {
        var answer = await host.From("198.51.100.7", "203.0.113.5", "https").Open(Form);
        answer.Cookies.ShouldContain(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal) && !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Limit_BehindAKnownProxy_CountsEachClient()
    {
        for (var i = 1; i <= 5; i++)
            (await Send(host.From("10.1.2.3", $"203.0.113.{i}"))).ShouldBe(HttpStatusCode.OK);
        // Two proxies, one behind the other.
        (await Send(host.From("10.1.2.3", "203.0.113.9, 10.9.0.8"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("10.1.2.3", "203.0.113.9, 10.9.0.8"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("10.1.2.3", "203.0.113.9"))).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Limit_WhenAnUnknownPeerInventsClients_CountsThePeer()
    {
        (await Send(host.From("198.51.100.8", "203.0.113.21"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("198.51.100.8", "203.0.113.22"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("198.51.100.8", "203.0.113.23"))).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Limit_WhenAClientInventsOthersBeforeIt_CountsTheClient()
    {
        (await Send(host.From("10.1.2.3", "1.1.1.1, 203.0.113.31"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("10.1.2.3", "2.2.2.2, 203.0.113.31"))).ShouldBe(HttpStatusCode.OK);
        (await Send(host.From("10.1.2.3", "3.3.3.3, 203.0.113.31"))).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> Send(Visitor browser) => (await browser.Submit(Form, ("Input.Email", "one@accounts.example"))).Status;
}
