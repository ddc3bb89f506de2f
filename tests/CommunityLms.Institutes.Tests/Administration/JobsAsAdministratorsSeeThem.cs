using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Administration;

/// <summary>Jobs on their page and through the API; each test has jobs asked for by a name of its own.</summary>
[Collection(InInstitutesHost.Name)]
public sealed partial class JobsAsAdministratorsSeeThem(InstitutesHost host)
{
    private const string Page = "/administration/jobs", Api = "/api/v1/administration/jobs";
    private const int PageSize = 25;

    [Fact]
    public async Task Page_WhenThereAreMoreThanAPage_GoesOnWithinTheFilter()
    {
        await Stored("甲壬", Enumerable.Range(0, PageSize + 3).Select(_ => JobState.Failed));
        await Stored("甲壬", [JobState.Done]);
        var browser = await host.Browse("admin");

        var first = await browser.Open($"{Page}?q=甲壬&state=Failed&sort=who");
        Rows(first.Html).ShouldBe(PageSize);
        first.Html.ShouldContain("aria-sort=\"ascending\"");
        var next = Next().Match(first.Html).Groups["url"].Value;
        var second = await browser.Open(next);
        Rows(second.Html).ShouldBe(3);
        second.Html.ShouldNotContain("rel=\"next\"");
    }

    [Fact]
    public async Task Page_WhenAJobFailed_SaysWhyAndRunsItAgain()
    {
        var job = (await Stored("乙癸", [JobState.Failed], error: "The shelf fell down."))[0];
        var browser = await host.Browse("admin");
        (await browser.Read($"{Page}?q=乙癸")).ShouldContain("The shelf fell down.");
        (await browser.Post($"{Page}?handler=Retry&id={job}")).Html.ShouldContain("The job runs again.");
        (await Find(job)).ShouldNotBe("The shelf fell down.");
        (await browser.Read($"{Page}?q=no such job")).ShouldContain("Nothing matches");

        async Task<string?> Find(Guid id) => (await host.As("admin", s => s.GetRequiredService<IJobs>().Find(id, default)))!.Error;
    }

    [Fact]
    public async Task Api_WhenAskedForJobs_PagesFiltersAndShowsOne()
    {
        var failed = await Stored("丙子", [JobState.Failed, JobState.Failed, JobState.Failed], error: "No.");
        await Stored("丙子", [JobState.Done]);
        var browser = await host.Browse("admin");

        var first = await Read(browser.Get($"{Api}?search=丙子&state=Failed&size=2"));
        var second = await Read(browser.Get($"{Api}?search=丙子&state=Failed&size=2&after={first["next"]}"));
        Ids(first).Concat(Ids(second)).ShouldBe(failed.Reverse());
        second["next"].ShouldBeNull();
        var one = await Read(browser.Get($"{Api}/{failed[0]}"));
        ((string?)one["state"], (string?)one["error"], (string?)one["who"]).ShouldBe(("Failed", "No.", "丙子"));
    }

    [Fact]
    public async Task Api_WhenAJobIsCancelledAndRunAgain_FollowsTheRulesOfThePage()
    {
        var waiting = (await Stored("丁丑", [JobState.Waiting]))[0];
        var done = (await Stored("丁丑", [JobState.Done]))[0];
        var browser = await host.Browse("admin");

        ((string?)(await Read(browser.Call(HttpMethod.Post, $"{Api}/{waiting}/cancel"), HttpStatusCode.Accepted))["state"]).ShouldBe("Cancelled");
        ((string?)(await Read(browser.Call(HttpMethod.Post, $"{Api}/{waiting}/retry"), HttpStatusCode.Accepted))["state"]).ShouldNotBe("Cancelled");
        ((string?)(await Read(browser.Call(HttpMethod.Post, $"{Api}/{done}/retry"), HttpStatusCode.UnprocessableEntity))["detail"]).ShouldBe("Only a job that failed or was cancelled can be run once more.");
        ((string?)(await Read(browser.Call(HttpMethod.Post, $"{Api}/{done}/cancel"), HttpStatusCode.Accepted))["state"]).ShouldBe("Done");
    }

    [Fact]
    public async Task Api_ForWhoMayNotOrIsOfAnotherInstitute_IsClosed()
    {
        var job = (await Stored("戊寅", [JobState.Failed]))[0];
        var (member, other) = (await host.Browse("mentor"), await host.Browse("admin2"));
        (await member.Get(Api)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await member.Call(HttpMethod.Post, $"{Api}/{job}/retry")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Ids(await Read(other.Get($"{Api}?search=戊寅"))).ShouldBeEmpty();
        (await other.Get($"{Api}/{job}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Call(HttpMethod.Post, $"{Api}/{job}/retry")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Call(HttpMethod.Post, $"{Api}/{job}/cancel")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Jobs of a module that isn't there, a minute apart; one that waits does so for a day.</summary>
    private Task<IReadOnlyList<Guid>> Stored(string who, IEnumerable<JobState> states, string? error = null) => host.As<IReadOnlyList<Guid>>("admin", async services =>
    {
        var (db, now) = (services.GetRequiredService<KernelDbContext>(), host.Clock.GetUtcNow().UtcDateTime);
        List<JobRecord> jobs = [.. states.Select((state, i) => new JobRecord
        {
            TenantId = services.GetRequiredService<ICurrentTenant>().Id, Who = who, Title = "Count the seats", JobType = "Gone.Job", Args = "{}", State = state, Error = error,
            QueuedAt = now.AddMinutes(i), DueAt = now.AddDays(1), FinishedAt = state == JobState.Waiting ? null : now,
        })];
        db.Jobs.AddRange(jobs);
        await db.SaveChangesAsync();
        return [.. jobs.Select(j => j.Id)];
    });

    private static async Task<JsonNode> Read(Task<HttpResponseMessage> call, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await call;
        var said = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, said);
        return JsonNode.Parse(said)!;
    }

    private static IEnumerable<Guid> Ids(JsonNode page) => page["items"]!.AsArray().Select(j => j!["id"]!.GetValue<Guid>());

    private static int Rows(string html) => Row().Count(html);

    [GeneratedRegex("<tr[^>]*data-row-link", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Row();

    [GeneratedRegex("<a[^>]*rel=\"next\"[^>]*href=\"(?<url>[^\"]*)\"|<a[^>]*href=\"(?<url>[^\"]*)\"[^>]*rel=\"next\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Next();
}
