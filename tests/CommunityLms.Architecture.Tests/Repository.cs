using System.Reflection;
using System.Xml.Linq;

namespace CommunityLms.Architecture.Tests;

/// <summary>What lies on disk, so that a rule covers a new module without a line of its own.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "node_modules", "dist", "artifacts", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every project but those of the templates, which aren't projects before somebody fills them in.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } = [.. Files("*.csproj").Where(f => !f.StartsWith("templates/", StringComparison.Ordinal)).Select(f => new SourceProject(f))];

    /// <summary>The projects that a host is made of: kernel and modules.</summary>
    public static IReadOnlyList<SourceProject> Product { get; } = [.. Projects.Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal) || p.Path.StartsWith("modules/", StringComparison.Ordinal))];

    /// <summary>Source files by pattern, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern, string below = "") =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, below), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => NotSources.Contains(part, StringComparer.Ordinal))
        orderby path
        select path;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommunityLms.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}

/// <param name="Path">From the root.</param>
internal sealed record SourceProject(string Path)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>The folder below modules/ it belongs to; null outside.</summary>
    public string? Module => Path.Split('/') is ["modules", var module, ..] ? module : null;

    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);

    /// <summary>A library of the module's own that needs nobody, neither storage nor pages: the workflow engine, the matching. Its module sees it, others don't.</summary>
    public bool IsEngine => Module is not null && References.Count == 0;

    /// <summary>What its assembly is called, where that differs from the project.</summary>
    public string AssemblyName => XDocument.Parse(Repository.Read(Path)).Descendants("AssemblyName").SingleOrDefault()?.Value ?? Name;

    /// <summary>The projects it names; patterns with a star belong to tools that look at everything.</summary>
    public IReadOnlyList<SourceProject> References { get; } =
    [
        .. from reference in XDocument.Parse(Repository.Read(Path)).Descendants("ProjectReference")
           let include = reference.Attribute("Include")!.Value
           where !include.Contains('*', StringComparison.Ordinal) && !include.Contains('$', StringComparison.Ordinal)
           let full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, System.IO.Path.GetDirectoryName(Path)!, include))
           select new SourceProject(System.IO.Path.GetRelativePath(Repository.Root, full).Replace('\\', '/')),
    ];

    /// <exception cref="InvalidOperationException">The host doesn't bring it.</exception>
    public Assembly Load()
    {
        try
        {
            return Assembly.Load(AssemblyName);
        }
        catch (FileNotFoundException missing)
        {
            throw new InvalidOperationException($"{Name} isn't part of the host: refer to it in host/CommunityLms.Host and name its module in Program.cs.", missing);
        }
    }

    public override string ToString() => Name;
}
