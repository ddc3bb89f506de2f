using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;

namespace CommunityLms.Institutes.Tests.Api;

/// <summary>Tests that call the API as a signed-in person on the sample city.</summary>
public abstract class ApiTests<TDatabase>(SampleHost<TDatabase> host) : OnTheSample<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    protected const string Institutes = "/api/v1/institutes";

    private protected async Task<Visitor> Caller(string mailbox)
    {
        var browser = await Host.SignedIn(mailbox);
        await browser.Open("/");
        return browser;
    }

    /// <summary>What the API says, once it says this.</summary>
    private protected static async Task<JsonNode> Read(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var said = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, said);
        return JsonNode.Parse(said)!;
    }

    private protected static async Task Refused(Task<HttpResponseMessage> call, HttpStatusCode expected)
    {
        using var response = await call;
        response.StatusCode.ShouldBe(expected);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadFromJsonAsync<JsonNode>())!["status"]!.GetValue<int>().ShouldBe((int)expected);
    }

    private protected static string Version(HttpResponseMessage response) => response.Headers.ETag!.Tag;
}
