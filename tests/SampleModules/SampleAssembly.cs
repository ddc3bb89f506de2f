using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CommunityLms.SampleModules;

/// <summary>
/// A small assembly compiled on the spot, so that a test can have modules that are broken on purpose, need each other in a circle or were
/// built against another kernel, without a project for each.
/// </summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Image">The assembly as it would lie on disk.</param>
public sealed record SampleAssembly(string Name, byte[] Image)
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "CommunityLms.Kernel", "CommunityLms.Kernel.Modularity",
    ];

    /// <summary>All assemblies the running test can load: the framework, its packages and the kernel.</summary>
    private static readonly Lazy<Dictionary<string, MetadataReference>> Platform = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(g => g.Key, g => (MetadataReference)MetadataReference.CreateFromFile(g.First())));

    /// <summary>Compiles a source text.</summary>
    /// <param name="references">Other samples it refers to; one of the same name stands in for an assembly of the platform.</param>
    public static SampleAssembly Compile(string name, string source, params SampleAssembly[] references)
    {
        var usings = string.Concat(Usings.Select(u => $"global using {u};\n"));
        var compilation = CSharpCompilation.Create(name,
            [CSharpSyntaxTree.ParseText(usings), CSharpSyntaxTree.ParseText(source)],
            [.. Platform.Value.Where(p => p.Key != name && references.All(r => r.Name != p.Key)).Select(p => p.Value), .. references.Select(r => MetadataReference.CreateFromImage(r.Image))],
            new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? new(name, image.ToArray()) : throw new InvalidOperationException($"{name} doesn't compile. {string.Join(' ', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))}");
    }

    /// <summary>Compiles one of the samples in Sources, under its file's name.</summary>
    public static SampleAssembly Of(string name, params SampleAssembly[] references)
    {
        using var stream = typeof(SampleAssembly).Assembly.GetManifestResourceStream($"{name}.cs") ?? throw new ArgumentException($"There is no sample called {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return Compile(name, reader.ReadToEnd(), references);
    }

    /// <summary>Puts it where the host looks for plug-ins, in a folder that bears its name.</summary>
    public void DropInto(string plugins)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plugins, Name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, $"{Name}.dll"), Image);
    }
}
