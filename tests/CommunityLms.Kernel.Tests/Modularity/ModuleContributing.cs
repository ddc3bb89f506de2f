using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Navigation;

namespace CommunityLms.Kernel.Tests.Modularity;

/// <summary>What modules contribute is asked of enabled modules only, and a plug-in whose contribution throws takes only itself away.</summary>
public sealed class ModuleContributing
{
    private readonly SampleWorld _world = new();

    [Theory]
    [InlineData("FailsWhenItsMenuIsMade", "It failed while making FailingMenu: no connection")]
    [InlineData("FailsWhenItsMenuIsAsked", "It failed while asking FailingMenu: no connection")]
    public void Contributed_WhenAPluginThrows_DisablesItAndGoesOn(string sample, string reason)
    {
        var broken = _world.PluginFrom(sample);
        var (catalog, services) = SampleWorld.Start([], broken, _world.PluginFrom("Healthy"));

        services.Contributed((IMenuContributor c) => c.Menu()).Select(i => i.Text).ShouldBe(["Healthy"]);
        broken.Reason.ShouldBe(reason);
        catalog.Enabled.Select(m => m.Name).ShouldBe(["Healthy"]);
    }

    [Fact]
    public void Contributed_WhenAModuleOfTheHostThrows_Throws()
    {
        var (_, services) = SampleWorld.Start([_world.PluginFrom("FailsWhenItsMenuIsAsked").Type!]);

        Should.Throw<InvalidOperationException>(() => services.Contributed((IMenuContributor c) => c.Menu()).ToList()).Message.ShouldBe("no connection");
    }

    [Fact]
    public void Contributions_WhenAPluginIsDisabled_DoNotMakeItsOwn()
    {
        var plugin = _world.PluginFrom("FailsWhenItsMenuIsMade");
        var (_, services) = SampleWorld.Start([], plugin);
        plugin.Disable("Switched off.");

        services.Contributions<IMenuContributor>().ShouldBeEmpty();
        plugin.Reason.ShouldBe("Switched off.");
    }

    [Fact]
    public void ForEachContributor_WhenAPluginThrows_GivesTheOthersTheirTurn()
    {
        var (catalog, services) = SampleWorld.Start([], _world.PluginFrom("FailsWhenItsMenuIsAsked"), _world.PluginFrom("Healthy"));
        var seen = new List<string>();
        services.ForEachContributor((IMenuContributor c) => seen.AddRange([.. c.Menu().Select(i => i.Text)]));

        seen.ShouldBe(["Healthy"]);
        catalog.Named("FailsWhenItsMenuIsAsked").Reason.ShouldBe("It failed while using FailingMenu: no connection");
    }
}
