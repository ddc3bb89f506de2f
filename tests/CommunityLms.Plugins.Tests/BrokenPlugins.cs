using System.Net;
using CommunityLms.Kernel.Modularity;
using CommunityLms.SampleModules;
using Microsoft.Data.Sqlite;

namespace CommunityLms.Plugins.Tests;

/// <summary>However a plug-in fails, the host starts, answers, and tells the administrator why it is without it.</summary>
public sealed class BrokenPlugins
{
    private const string NoticeboardPage = "/noticeboard";
    private const string NoticeboardAsset = "/_content/CommunityLms.Samples.Noticeboard/noticeboard.css";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_WhenPluginsFailInEveryWay_DisablesEachWithItsReasonAndServesTheRest()
    {
        await using var host = new PluginHost();
        host.DropNoticeboard();
        foreach (var sample in new[] { "FailsInConfigureServices", "FailsAtStart", "FailsWhenItsMenuIsMade", "FailsToSeed", "NeedsWhatNobodyRegisters" })
            SampleAssembly.Of(sample).DropInto(host.Plugins);
        SampleAssembly.Of("BuiltAgainstAnotherKernel", AnotherKernel).DropInto(host.Plugins);
        Directory.CreateDirectory(Path.Combine(host.Plugins, "Torn"));
        await File.WriteAllBytesAsync(Path.Combine(host.Plugins, "Torn", "Torn.dll"), [0x4D, 0x5A, 0x90, 0x00, 0x03], Cancel);
        await host.Start();

        (await host.MenuOf(TestPerson.Reader)).ShouldContain("Noticeboard");
        (await host.As(TestPerson.Reader).GetAsync(NoticeboardPage, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ours = typeof(LmsModule).Assembly.GetName().Version!;
        host.Catalog.Modules.Where(m => m.State == ModuleState.Disabled).ToDictionary(m => m.Name, m => m.Reason).ShouldBe(new Dictionary<string, string?>
        {
            ["BuiltAgainstAnotherKernel"] = $"It was built against kernel 9.9.0, this host has {ours.ToString(3)}. Ask for a version built for {ours.ToString(2)}.",
            ["FailsAtStart"] = "It failed while starting: The timetable server doesn't answer.",
            ["FailsInConfigureServices"] = "It failed while registering its services: The licence file is missing.",
            ["FailsToSeed"] = "It failed while seeding its data: The list of subjects is empty.",
            ["FailsWhenItsMenuIsMade"] = "It failed while making FailingMenu: no connection",
            ["NeedsWhatNobodyRegisters"] = "It failed while making LonelyMenu: Unable to resolve service for type 'INobody' while attempting to activate 'LonelyMenu'.",
            ["Torn"] = "Torn.dll is damaged or not a .NET assembly. Publish and copy it again.",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Plugin_WhenItsMigrationFails_IsAsIfItWerentThere()
    {
        await using var host = new PluginHost();
        host.DropNoticeboard();
        await Occupy(host, "nbd_notice");
        await host.Start();

        var plugin = host.Catalog.Modules.Single(m => m.IsPlugin);
        plugin.Reason.ShouldBe("It failed while migrating NoticeboardDbContext: SQLite Error 1: 'table \"nbd_notice\" already exists'.");
        await ShouldBeGone(host);
    }

    [Fact]
    public async Task Plugin_WhenDisabledWhileTheHostRuns_AnswersNotFoundAndLeavesTheMenu()
    {
        await using var host = new PluginHost();
        host.DropNoticeboard();
        await host.Start();
        (await host.As(TestPerson.Reader).GetAsync(NoticeboardPage, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Catalog.Modules.Single(m => m.IsPlugin).Disable("Switched off by a test.");

        await ShouldBeGone(host);
    }

    [Fact]
    public async Task HomePage_WhenCardsFail_SaysSoInTheirPlaceAndLogsTheModule()
    {
        await using var host = new PluginHost();
        SampleAssembly.Of("FailsOnTheHomePage").DropInto(host.Plugins);
        await host.Start();

        var answer = await host.As(TestPerson.Reader).GetAsync("/", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var home = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        home.ShouldContain("<h2>Timetable</h2>");
        home.ShouldContain("<h2>Weather</h2>");
        home.Split("This can't be shown right now.").Length.ShouldBe(3, home);
        host.Log.All.ShouldContain("The card Timetable of FailsOnTheHomePage could not be shown");
        host.Log.All.ShouldContain("The card Weather of FailsOnTheHomePage could not be shown");
        host.Catalog.Modules.Single(m => m.IsPlugin).State.ShouldBe(ModuleState.Enabled, "what fails once may work the next time");
    }

    [Theory]
    [InlineData("FailsToNameItsNews", "/notifications/choices")]
    [InlineData("FailsToNameItsSettings", "/administration/settings")]
    [InlineData("FailsWhenItsMenuIsAsked", "/")]
    [InlineData("FailsToPlaceItsCard", "/")]
    public async Task Page_WhenAPluginFailsToSayWhatItContributes_IsShownWithoutIt(string sample, string page)
    {
        await using var host = new PluginHost();
        SampleAssembly.Of(sample).DropInto(host.Plugins);
        await host.Start();

        (await host.As(TestPerson.Administrator).GetAsync(page, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Catalog.Modules.Single(m => m.IsPlugin).Reason.ShouldNotBeNull().ShouldContain("no connection");
        host.Log.All.ShouldContain($"Plug-in {sample} is disabled.");
    }

    private static async Task ShouldBeGone(PluginHost host)
    {
        (await host.As(TestPerson.Reader).GetAsync(NoticeboardPage, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.As(TestPerson.Reader).GetAsync(NoticeboardAsset, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.MenuOf(TestPerson.Reader)).ShouldNotContain("Noticeboard");
    }

    private static async Task Occupy(PluginHost host, string table)
    {
        await using var connection = new SqliteConnection(host.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new SqliteCommand($"CREATE TABLE {table} (anything)", connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static SampleAssembly AnotherKernel => SampleAssembly.Compile("CommunityLms.Kernel", """
        [assembly: System.Reflection.AssemblyVersion("9.9.0.0")]
        namespace CommunityLms.Kernel.Modularity { public abstract class LmsModule; }
        """);
}
