using System.Xml.Linq;

namespace CommunityLms.Architecture.Tests;

/// <summary>Arrows go down only, and modules meet at their contracts.</summary>
public sealed class References
{
    private static readonly string[] KernelOrder = ["CommunityLms.SqlServer.Types", "CommunityLms.Kernel", "CommunityLms.Kernel.Data", "CommunityLms.Kernel.Web"];

    [Fact]
    public void Solution_WhenAProjectIsOnDisk_NamesIt()
    {
        var named = XDocument.Parse(Repository.Read("CommunityLms.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);

        named.ShouldBe(Repository.Projects.Select(p => p.Path), ignoreOrder: true);
    }

    [Fact]
    public void Project_WhenItRefersToAnother_LooksDown() =>
        Repository.Projects.SelectMany(p => p.References.Where(r => !MayReferTo(p, r)).Select(r => $"{p} → {r}")).ShouldBeEmpty();

    [Fact]
    public void Modules_WhenTheyReferToEachOther_DoSoInOneDirection()
    {
        var needs = Repository.Product.Where(p => p.Module is not null)
            .SelectMany(p => p.References.Where(r => r.Module is not null && r.Module != p.Module).Select(r => (From: p.Module!, To: r.Module!))).ToHashSet();

        needs.Where(n => Reaches(needs, n.To, n.From)).Select(n => $"{n.From} and {n.To} need each other; let one listen to an integration event").ShouldBeEmpty();
    }

    [Fact]
    public void Assembly_WhenItUsesAnotherModule_UsesItsContractsOnly()
    {
        var insides = Repository.Product.Where(p => p is { Module: not null, IsContracts: false }).ToDictionary(p => p.Name);

        (from project in Repository.Product
         from reference in project.Load().GetReferencedAssemblies()
         where insides.TryGetValue(reference.Name!, out var inside) && inside.Module != project.Module
         select $"{project} → {reference.Name}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CommunityLms.Kernel", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Razor")]
    [InlineData("CommunityLms.Kernel.Data", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Razor", "Microsoft.AspNetCore.Routing")]
    public void Kernel_WhenCompiled_StaysFreeOfWhatItsLevelDoesntNeed(string kernel, params string[] unwanted) => Unwanted(Repository.Product.Single(p => p.Name == kernel), unwanted).ShouldBeEmpty();

    [Fact]
    public void Contracts_WhenCompiled_NeedNeitherTablesNorPages() =>
        Repository.Product.Where(p => p.IsContracts).SelectMany(p => Unwanted(p, "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "CommunityLms.Kernel.Data", "CommunityLms.Kernel.Web")).ShouldBeEmpty();

    private static IEnumerable<string> Unwanted(SourceProject project, params string[] unwanted) =>
        project.Load().GetReferencedAssemblies().Where(r => unwanted.Any(u => r.Name!.StartsWith(u, StringComparison.Ordinal))).Select(r => $"{project} → {r.Name}");

    private static bool MayReferTo(SourceProject from, SourceProject to) => (Area(from), Area(to)) switch
    {
        ("src", "src") => Array.IndexOf(KernelOrder, to.Name) is >= 0 and var level && level < Array.IndexOf(KernelOrder, from.Name),
        ("modules", "src") => !from.IsContracts || to.Name == "CommunityLms.Kernel",
        ("modules", "modules") => to.IsContracts || (to.Module == from.Module && !from.IsContracts),
        ("samples", "src") or ("host", "src") or ("host", "modules") => true,
        ("tests" or "bench" or "tools", _) => true,
        _ => false,
    };

    private static string Area(SourceProject project) => project.Path.Split('/')[0];

    private static bool Reaches(HashSet<(string From, string To)> needs, string from, string to)
    {
        var seen = new HashSet<string> { from };
        var ahead = new Queue<string>(seen);
        while (ahead.TryDequeue(out var here))
            foreach (var next in needs.Where(n => n.From == here && seen.Add(n.To)).Select(n => n.To).ToList())
                ahead.Enqueue(next);
        return seen.Contains(to);
    }
}
