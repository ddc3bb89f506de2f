using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Tests.Modularity;

/// <summary>A module of the host that fails stops the start; a plug-in that fails is switched off and the rest goes on.</summary>
public sealed class ModuleFailures
{
    private const string FailsToRegister = """public override void ConfigureServices(ServiceConfigurationContext context) => throw new InvalidOperationException("no licence");""";
    private const string FailsToStart = """public override Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel) => Task.FromException(new InvalidOperationException("no network"));""";
    private const string GivesUpWaiting = """public override Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel) => throw new TaskCanceledException("took too long");""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly SampleWorld _world = new();

    [Fact]
    public void ConfigureServices_WhenAModuleOfTheHostThrows_StopsAndNamesTheModule()
    {
        var fault = Should.Throw<ModuleFault>(() => SampleWorld.Start([_world.Module("Library", FailsToRegister)]));

        fault.Message.ShouldBe("Module Library failed in ConfigureServices: no licence");
        fault.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Start_WhenAModuleOfTheHostThrows_StopsAndNamesTheModule()
    {
        var (catalog, services) = SampleWorld.Start([_world.Module("Library", FailsToStart)]);

        (await Should.ThrowAsync<ModuleFault>(() => catalog.InitializeAsync(services, Cancel))).Message.ShouldBe("Module Library failed while starting: no network");
    }

    [Fact]
    public void ConfigureServices_WhenAPluginThrows_LeavesNothingOfItInTheServices()
    {
        var broken = _world.PluginFrom("FailsInConfigureServices");
        var (catalog, services) = SampleWorld.Start([_world.Module("Host")], broken);

        broken.Reason.ShouldBe("It failed while registering its services: The licence file is missing.");
        catalog.Enabled.Select(m => m.Name).ShouldBe(["Host"]);
        services.GetService(broken.Assembly!.GetType("Registered")!).ShouldBeNull();
        services.GetServices<TimeProvider>().ShouldBeEmpty();
    }

    [Fact]
    public void ConfigureServices_WhenAPluginThrows_LeavesOutWhatNeedsIt()
    {
        var broken = _world.Plugin("Broken", FailsToRegister);
        var dependent = _world.Plugin("Dependent", "public override void ConfigureServices(ServiceConfigurationContext context) => AppContext.SetData(\"Dependent registered\", true);", "Broken");
        var after = _world.Plugin("After", needs: "Dependent");
        var (catalog, _) = SampleWorld.Start([], broken, dependent, after);

        catalog.Enabled.ShouldBeEmpty();
        dependent.Reason.ShouldBe("It needs Broken, which is disabled.");
        after.Reason.ShouldBe("It needs Dependent, which is disabled.");
        AppContext.GetData("Dependent registered").ShouldBeNull();
    }

    [Theory]
    [InlineData(FailsToStart, "It failed while starting: no network")]
    [InlineData(GivesUpWaiting, "It failed while starting: took too long")]
    public async Task Start_WhenAPluginThrows_DisablesItAndWhatNeedsItAndStartsTheRest(string body, string reason)
    {
        var broken = _world.Plugin("Broken", body);
        var dependent = _world.Plugin("Dependent", needs: "Broken");
        var healthy = _world.Plugin("Healthy");
        var (catalog, services) = SampleWorld.Start([], broken, dependent, healthy);
        await catalog.InitializeAsync(services, Cancel);

        broken.Reason.ShouldBe(reason);
        dependent.Reason.ShouldBe("It needs Broken, which is disabled.");
        catalog.Enabled.Select(m => m.Name).ShouldBe(["Healthy"]);
    }

    [Fact]
    public async Task Start_WhenTheHostIsToldToStop_BlamesNoPlugin()
    {
        var plugin = _world.Plugin("Patient", "public override Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel) { cancel.ThrowIfCancellationRequested(); return Task.CompletedTask; }");
        var (catalog, services) = SampleWorld.Start([], plugin);

        await Should.ThrowAsync<OperationCanceledException>(() => catalog.InitializeAsync(services, new CancellationToken(canceled: true)));
        plugin.State.ShouldBe(ModuleState.Enabled);
    }
}
