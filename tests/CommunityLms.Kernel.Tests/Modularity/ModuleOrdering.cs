using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Tests.Modularity;

public sealed class ModuleOrdering
{
    private readonly SampleWorld _world = new();

    [Fact]
    public void Order_WhenAModuleIsGivenBeforeItsNeeds_PutsTheNeedsFirst()
    {
        var courses = _world.ModuleThatNeeds("Courses", "Catalog", "People");
        var people = _world.ModuleThatNeeds("People");
        var catalog = _world.ModuleThatNeeds("Catalog", "People");

        ModuleCatalog.Compose([courses, people, catalog], []).Names().ShouldBe(["People", "Catalog", "Courses"]);
    }

    [Fact]
    public void Order_WhenModulesDontNeedEachOther_StaysAsGiven() =>
        ModuleCatalog.Compose([_world.Module("Beta"), _world.Module("Alpha"), _world.Module("Gamma")], []).Names().ShouldBe(["Beta", "Alpha", "Gamma"]);

    [Fact]
    public void Compose_WhenModulesNeedEachOtherByACircle_NamesTheWholeCircle()
    {
        var outside = _world.ModuleThatNeeds("Outside", "First");
        var first = _world.ModuleThatNeeds("First", "Second");
        var second = _world.ModuleThatNeeds("Second", "Third");
        var third = _world.ModuleThatNeeds("Third", "First");

        Should.Throw<ModuleFault>(() => ModuleCatalog.Compose([outside, first, second, third], []))
            .Message.ShouldBe("Module Third can't be used. It needs itself by a circle: First → Second → Third → First. Break it with an integration event.");
    }

    [Fact]
    public void Compose_WhenANeededModuleIsntThere_NamesBoth() =>
        Should.Throw<ModuleFault>(() => ModuleCatalog.Compose([_world.ModuleThatNeeds("Courses", "Library")], []))
            .Message.ShouldBe("Module Courses can't be used. It needs Sample.Library, which is not installed. Install it, or remove Courses.");

    [Fact]
    public void Compose_WhenTwoModulesOfTheHostShareAName_NamesIt() =>
        Should.Throw<ModuleFault>(() => ModuleCatalog.Compose([_world.Module("Library"), new SampleWorld().Module("Library")], []))
            .Message.ShouldBe("Module Library can't be used. Another module is called Library as well. Rename one of them.");

    [Fact]
    public void Compose_WhenAPluginBearsTheNameOfAModuleOfTheHost_DisablesThePlugin()
    {
        var catalog = ModuleCatalog.Compose([_world.Module("Library")], [new SampleWorld().Plugin("Library")]);

        catalog.Modules.Select(m => (m.IsPlugin, m.State)).ShouldBe([(false, ModuleState.Enabled), (true, ModuleState.Disabled)]);
        catalog.Modules[1].Reason.ShouldBe("Another module is called Library as well. Rename one of them.");
    }

    [Fact]
    public void Compose_WhenPluginsNeedEachOtherByACircle_DisablesAllOfThemAndNothingElse()
    {
        var left = _world.Plugin("Left", needs: "Right");
        var right = _world.Plugin("Right", needs: "Left");
        var catalog = ModuleCatalog.Compose([_world.Module("Host")], [left, right]);

        catalog.Enabled.Select(m => m.Name).ShouldBe(["Host"]);
        right.Reason.ShouldBe("It needs itself by a circle: Left → Right → Left. Break it with an integration event.");
        left.Reason.ShouldBe("It needs Right, which is disabled.");
    }

    [Fact]
    public void Compose_WhenAPluginNeedsOneThatIsntThere_DisablesItAndWhatNeedsIt()
    {
        var dependent = _world.Plugin("Dependent", needs: "Middle");
        var middle = _world.Plugin("Middle", needs: "Absent");
        var catalog = ModuleCatalog.Compose([], [dependent, middle]);

        catalog.Enabled.ShouldBeEmpty();
        middle.Reason.ShouldBe("It needs Sample.Absent, which is not installed. Install it, or remove Middle.");
        dependent.Reason.ShouldBe("It needs Middle, which is disabled.");
    }
}
