using System.Net;
using System.Text.RegularExpressions;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.Data.Sqlite;

namespace CommunityLms.Plugins.Tests;

/// <summary>The sample plug-in, published, dropped in and used as people use it.</summary>
public sealed class NoticeboardInUse(NoticeboardInUse.RunningHost running) : IClassFixture<NoticeboardInUse.RunningHost>
{
    private const string Board = "/noticeboard";

    private readonly PluginHost _host = running.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class RunningHost : IAsyncLifetime
    {
        public PluginHost Host { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Host.DropNoticeboard();
            await Host.Start();
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Fact]
    public void Plugin_WhenDroppedIn_IsEnabledWithItsVersion()
    {
        var plugin = _host.Catalog.Modules.Single(m => m.IsPlugin);

        plugin.Reason.ShouldBeNull();
        (plugin.Name, plugin.Version, plugin.State).ShouldBe(("Noticeboard", "1.0.0", ModuleState.Enabled));
    }

    [Fact]
    public async Task Migration_WhenTheHostHasStarted_IsAppliedUnderItsOwnHistory()
    {
        await using var connection = new SqliteConnection(_host.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE name IN ('nbd_notice', '__ef_nbd')", connection);

        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(2L);
    }

    [Fact]
    public async Task Menu_WhenThePersonMayRead_ShowsTheBoardInTheirLanguage()
    {
        (await _host.MenuOf(TestPerson.Reader)).ShouldContain("Noticeboard");
        (await _host.MenuOf(TestPerson.Reader, Languages.Chinese)).ShouldContain("公告栏");
    }

    [Fact]
    public async Task Menu_WhenThePersonMayNotRead_LeavesItOut() => (await _host.MenuOf(TestPerson.Stranger)).ShouldNotContain("Noticeboard");

    [Fact]
    public void Permissions_WhenAsked_IncludeThePluginsInWords() =>
        _host.Services.Contributed((IPermissionDefinitionProvider p) => p.Define()).ShouldContain(new PermissionDefinition("Noticeboard.Notices.Post", "Put up notices"));

    [Fact]
    public async Task Page_WhenNobodyIsSignedIn_AsksToSignIn() => (await _host.As(person: null).GetAsync(Board, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Page_WhenThePersonMayNotRead_IsRefused() => (await _host.As(TestPerson.Stranger).GetAsync(Board, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Page_WhenTheAddressLeadsNowhere_IsNotFoundForEverybody()
    {
        (await _host.As(TestPerson.Reader).GetAsync("/noticeboard/nowhere", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _host.As(person: null).GetAsync("/nowhere", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_WhenThePersonMayOnlyRead_HasNoForm()
    {
        var page = await _host.As(TestPerson.Reader).GetStringAsync(Board, Cancel);

        page.ShouldContain("<h1>Noticeboard</h1>");
        page.ShouldNotContain("lms-form");
    }

    [Fact]
    public async Task Page_WhenReadInChinese_IsTranslated()
    {
        var page = WebUtility.HtmlDecode(await _host.As(TestPerson.Editor, Languages.Chinese).GetStringAsync(Board, Cancel));

        page.ShouldContain("<h1>公告栏</h1>");
        page.ShouldContain("发布通知");
        page.ShouldContain("标题</label>");
    }

    [Fact]
    public async Task Asset_WhenThePageAsksForIt_IsServed()
    {
        var page = await _host.As(TestPerson.Reader).GetStringAsync(Board, Cancel);
        var address = Regex.Match(page, "(?<=<link rel=\"stylesheet\" href=\")[^\"]+noticeboard[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        address.ShouldStartWith("/_content/CommunityLms.Samples.Noticeboard/noticeboard.css");
        var answer = await _host.As(person: null).GetAsync(address, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(".notice");
    }

    [Fact]
    public async Task Notice_WhenPutUp_IsSeenAsMarkdownByTheInstituteAndByNobodyElse()
    {
        await Post(TestPerson.Editor, "Lesson study on Friday", "Bring **two** copies. <script>alert(1)</script>");

        var seen = await _host.As(TestPerson.Reader).GetStringAsync(Board, Cancel);
        seen.ShouldContain("<h2>Lesson study on Friday</h2>");
        seen.ShouldContain("<strong>two</strong> copies. &lt;script&gt;");
        (await _host.As(TestPerson.Elsewhere).GetStringAsync(Board, Cancel)).ShouldNotContain("Lesson study on Friday");
    }

    [Fact]
    public async Task Notice_WhenItsTitleIsMissing_IsShownAgainWithWhatWasTyped()
    {
        var answer = await Post(TestPerson.Editor, " ", "Kept while the title is mended.", Languages.Chinese);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("Kept while the title is mended.");
    }

    [Fact]
    public async Task Notice_WhenThePersonMayOnlyRead_IsRefused()
    {
        var answer = await Post(TestPerson.Reader, "Not allowed", "At all.");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.As(TestPerson.Reader).GetStringAsync(Board, Cancel)).ShouldNotContain("Not allowed");
    }

    private async Task<HttpResponseMessage> Post(TestPerson person, string title, string text, string language = "en")
    {
        var client = _host.As(person, language);
        var form = await client.GetStringAsync(Board, Cancel);
        var token = Regex.Match(form, "(?<=<meta name=\"lms-antiforgery\" content=\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Title"] = title, ["Input.Text"] = text, ["__RequestVerificationToken"] = token });
        return await client.PostAsync(Board, fields, Cancel);
    }
}
