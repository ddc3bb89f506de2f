using CommunityLms.Kernel.Modularity;
using CommunityLms.SampleModules;

namespace CommunityLms.Kernel.Tests.Modularity;

/// <summary>Whatever lies in the plug-ins' folder, the host gets a module or a reason.</summary>
public sealed class PluginLoading : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-plugins-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhenThereIsNoFolder_FindsNothing() => PluginFolder.Load(Path.Combine(_folder, "absent")).ShouldBeEmpty();

    [Fact]
    public void Load_WhenAnAssemblyHoldsAModule_KnowsItsNameAndFolder()
    {
        SampleAssembly.Of("Healthy").DropInto(_folder);

        var plugin = PluginFolder.Load(_folder).ShouldHaveSingleItem();
        plugin.Reason.ShouldBeNull();
        (plugin.Name, plugin.IsPlugin, plugin.PluginFolder).ShouldBe(("Healthy", true, Path.Combine(_folder, "Healthy")));
    }

    [Fact]
    public void Load_WhenTheFolderDoesntBearTheAssemblysName_SaysSo()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Renamed"));

        ReasonOfTheOnlyOne().ShouldBe("Renamed.dll is missing. A plug-in's folder bears its assembly's name and holds the output of dotnet publish.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ but no more")]
    public void Load_WhenTheAssemblyIsDamaged_SaysSo(string content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Torn"));
        File.WriteAllText(Path.Combine(_folder, "Torn", "Torn.dll"), content);

        ReasonOfTheOnlyOne().ShouldBe("Torn.dll is damaged or not a .NET assembly. Publish and copy it again.");
    }

    [Fact]
    public void Load_WhenItWasBuiltAgainstAnotherKernel_NamesBothVersions()
    {
        var otherKernel = SampleAssembly.Compile("CommunityLms.Kernel", """
            [assembly: System.Reflection.AssemblyVersion("9.9.0.0")]
            namespace CommunityLms.Kernel.Modularity { public abstract class LmsModule; }
            """);
        SampleAssembly.Compile("Ahead", "public sealed class AheadModule : LmsModule;", otherKernel).DropInto(_folder);

        var ours = typeof(LmsModule).Assembly.GetName().Version!;
        ReasonOfTheOnlyOne().ShouldBe($"It was built against kernel 9.9.0, this host has {ours.ToString(3)}. Ask for a version built for {ours.ToString(2)}.");
    }

    [Fact]
    public void Load_WhenItDoesntReferToTheKernel_SaysSo()
    {
        SampleAssembly.Compile("Stranger", "public sealed class Stranger;").DropInto(_folder);

        ReasonOfTheOnlyOne().ShouldBe("It isn't built against the CommunityLms kernel.");
    }

    [Theory]
    [InlineData("public sealed class OneModule : LmsModule; public sealed class TwoModule : LmsModule;")]
    [InlineData("public abstract class NoneModule : LmsModule;")]
    public void Load_WhenItDoesntHoldOneModule_SaysSo(string source)
    {
        SampleAssembly.Compile("Confused", source).DropInto(_folder);

        ReasonOfTheOnlyOne().ShouldBe("It must hold exactly one class that derives from LmsModule.");
    }

    [Fact]
    public void Load_WhenAPackageOfItsOwnIsMissing_NamesThePackage()
    {
        var package = SampleAssembly.Compile("Fancy.Charts", "public class Chart;");
        SampleAssembly.Compile("Figures", "public sealed class FiguresModule : LmsModule; public sealed class FancyChart : Chart;", package).DropInto(_folder);

        ReasonOfTheOnlyOne().ShouldBe("It needs Fancy.Charts, which is not installed. Install it, or publish the plug-in with it.");
    }

    [Fact]
    public void Load_WhenAPluginNeedsAnothersContracts_BothMeanTheSameTypes()
    {
        var contracts = SampleAssembly.Compile("Sample.Shelves.Contracts", "public sealed class ShelvesContracts;");
        SampleAssembly.Compile("Sample.Borrowing", "[DependsOn(typeof(ShelvesContracts))] public sealed class BorrowingModule : LmsModule;", contracts).DropInto(_folder);
        SampleAssembly.Compile("Sample.Shelves", "public sealed class ShelvesModule : LmsModule { public ShelvesContracts Contracts => new(); }", contracts).DropInto(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "Sample.Shelves", "Sample.Shelves.Contracts.dll"), contracts.Image);

        var catalog = ModuleCatalog.Compose([], PluginFolder.Load(_folder));

        catalog.Enabled.Select(m => m.Name).ShouldBe(["Shelves", "Borrowing"]);
        var named = catalog.Named("Borrowing").Type!.CustomAttributes.Single().ConstructorArguments.Single().Value.ShouldBeAssignableTo<IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>>();
        named!.Single().Value.ShouldBeSameAs(catalog.Named("Shelves").Type!.GetProperty("Contracts")!.PropertyType);
    }

    [Fact]
    public void Load_WhenItBringsANewerVersionOfAPackageTheHostHas_KeepsItsOwn()
    {
        var newer = SampleAssembly.Compile("Shouldly", """[assembly: System.Reflection.AssemblyVersion("99.0.0.0")] public class OnlyInTheNewer;""");
        SampleAssembly.Compile("Modern", "public sealed class ModernModule : LmsModule { public OnlyInTheNewer Own => new(); }", newer).DropInto(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "Modern", "Shouldly.dll"), newer.Image);

        var plugin = PluginFolder.Load(_folder).ShouldHaveSingleItem();
        plugin.Type!.GetProperty("Own")!.PropertyType.Assembly.GetName().Version!.Major.ShouldBe(99);
    }

    private string? ReasonOfTheOnlyOne()
    {
        var plugin = PluginFolder.Load(_folder).ShouldHaveSingleItem();
        plugin.State.ShouldBe(ModuleState.Disabled);
        return plugin.Reason;
    }
}
