using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>2 GB at a form for 20 MB: said at once, in words, without reading it.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class TooLargeFiles(SampleAtWork host) : IDisposable
{
    private const long TwoGigabytes = 2L * 1024 * 1024 * 1024;
    private const string Said = "The file is larger than 20 MB. Make it smaller or split it.";
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"lms-{Guid.CreateVersion7():N}.csv");

    [Fact]
    public async Task Form_WithoutAScript_ShowsThePageAgainWithTheWordsBesideTheField()
    {
        var admin = await host.As("admin", new(Script: false));
        await admin.GoesTo("/imports/people");
        await admin.Brings("Table", Sparse());

        var answer = await admin.Page.RunAndWaitForResponseAsync(() => admin.Presses("Go on to the columns"), r => r.Request.Method == "POST");

        answer.Status.ShouldBe(413);
        await Assertions.Expect(admin.Main).ToContainTextAsync("One answer needs a change");
        await admin.SeesBeside("Table", Said);
    }

    [Fact]
    public async Task Form_WithAScript_RefusesTheFileBeforeItTravels()
    {
        var admin = await host.As("admin");
        await admin.GoesTo("/imports/people");

        await admin.Brings("Table", Sparse());

        await admin.Sees(Said);
        (await admin.Main.GetByLabel("Table").EvaluateAsync<int>("input => input.files.length")).ShouldBe(0);
    }

    /// <summary>Answered before the body: nothing but the head is sent here.</summary>
    [Theory]
    [InlineData("/imports/people", "multipart/form-data; boundary=x", "text/html")]
    [InlineData("/api/v1/institutes/units", "application/json", "application/problem+json")]
    public async Task Server_WhenTheLengthIsAnnounced_AnswersWithoutReading(string path, string type, string answered)
    {
        var cookies = await (await host.SignIn("admin")).Context.CookiesAsync();
        var address = new Uri(host.Address);
        using var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}"))}\r\nContent-Type: {type}\r\nContent-Length: {TwoGigabytes}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("HTTP/1.1 413 Payload Too Large");
        var heads = new List<string>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } said)
            heads.Add(said);
        heads.ShouldContain(h => h.StartsWith("Content-Type: " + answered, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => File.Delete(_file);

    /// <summary>A file that says it is 2 GB long and takes no space.</summary>
    private string Sparse()
    {
        using var file = File.Create(_file);
        file.SetLength(TwoGigabytes);
        return _file;
    }
}
