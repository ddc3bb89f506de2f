using CommunityLms.Kernel.Domain;

namespace CommunityLms.Registry.Dossiers;

/// <summary>One of the institute's dossiers.</summary>
internal sealed class Dossier : Aggregate
{
    public const int TitleLength = 120;

    /// <exception cref="RuleBroken">The title is empty or too long.</exception>
    public Dossier(string title)
    {
        Ensure(title.Trim() is { Length: > 0 and <= TitleLength }, DossierRules.TitleFits, TitleLength);
        Title = title.Trim();
    }

    public string Title { get; private set; }
}

internal static class DossierRules
{
    public static readonly Rule TitleFits = new("A title has 1 to {0} characters.", nameof(Dossier.Title));
}
