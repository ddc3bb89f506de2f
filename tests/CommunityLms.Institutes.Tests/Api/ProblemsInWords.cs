using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CommunityLms.Institutes.Tests.Api;

/// <summary>A refused call says why in the caller's language.</summary>
[Collection(OnSqlite.Name)]
public sealed class ProblemsInWords(SampleHost<SqliteDatabase> host) : ApiTests<SqliteDatabase>(host)
{
    [Theory]
    [InlineData("zh-CN", "有些值不符合要求。", "填写“familyName”。", "“familyName”最多60个字符。")]
    [InlineData("en", "Some values don't fit.", "Enter “familyName”.", "“familyName” takes 60 characters at the most.")]
    public async Task Body_WhenAValueDoesNotFit_IsRefusedInTheCallersLanguage(string language, string title, string missing, string tooLong)
    {
        using var program = await Speaking(language);
        foreach (var (familyName, said) in new[] { ("", missing), (new string('x', 500), tooLong) })
        {
            var problem = await Read(await program.PostAsJsonAsync($"{Institutes}/people", new { person = new { staffNumber = "LANG-1", familyName, givenName = "口" }, work = new { unitId = Guid.CreateVersion7(), from = "2024-09-01" } }, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
            problem["title"]!.GetValue<string>().ShouldBe(title);
            problem["errors"]!["person.familyName"]![0]!.GetValue<string>().ShouldBe(said);
        }
    }

    [Theory]
    [InlineData("zh-CN", "这里没有内容。")]
    [InlineData("en", "There is nothing here.")]
    public async Task Record_WhenMissing_IsRefusedInTheCallersLanguage(string language, string title)
    {
        using var program = await Speaking(language);
        var problem = await Read(await program.GetAsync($"{Institutes}/people/{Guid.CreateVersion7()}", TestContext.Current.CancellationToken), HttpStatusCode.NotFound);
        problem["title"]!.GetValue<string>().ShouldBe(title);
    }

    private async Task<HttpClient> Speaking(string language)
    {
        var program = await Host.Program(Admin, InstitutesPermissions.People.Edit, InstitutesPermissions.People.View);
        program.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return program;
    }
}

/// <summary>Who calls too often is told to wait, and how long.</summary>
public sealed class TooManyCalls : IAsyncLifetime
{
    private const int AtOnce = 3;
    private readonly SqliteDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-limit-").FullName;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    [Fact]
    public async Task Caller_BeyondTheLimit_IsRefusedWithAProblemThatSaysWhenToComeAgain()
    {
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web.UseEnvironment("Testing")
            .UseSetting("Api:CallsAtOnce", $"{AtOnce}").UseSetting("Api:CallsPerSecond", "1")
            .UseSetting("Database:ConnectionString", _database.Options.ConnectionString)
            .UseSetting("Files:Folder", Path.Combine(_folder, "files")).UseSetting("Plugins:Folder", Path.Combine(_folder, "plugins")));
        using var program = host.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        program.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");

        // A bucket fills while it is emptied: a few more calls than it holds, sent at once.
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce * 10).Select(_ => program.GetAsync("/api/v1/account", TestContext.Current.CancellationToken)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBeGreaterThanOrEqualTo(AtOnce);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = (await refused.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        problem["status"]!.GetValue<int>().ShouldBe(429);
        problem["title"]!.GetValue<string>().ShouldBe("请求过于频繁，稍后再试。");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
