using System.Reflection;

namespace CommunityLms.Kernel.Web.Pages.Style;

/// <summary>A part of the interface as it looks, with the markup that makes it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Words">When it is used.</param>
/// <param name="Partial">The partial view that shows it; its source is what an author copies.</param>
/// <param name="Page">The model of the page it stands on.</param>
public sealed record Specimen(string Title, string Words, string Partial, object? Page = null)
{
    /// <summary>The partial's markup without its directives, as it is in the repository.</summary>
    public string Markup()
    {
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Style/{Partial}") ?? throw new InvalidOperationException($"There is no specimen {Partial}.");
        using var reader = new StreamReader(source);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l.StartsWith("@model", StringComparison.Ordinal) || l.StartsWith("@using", StringComparison.Ordinal));
        return string.Join('\n', lines).Trim();
    }
}
