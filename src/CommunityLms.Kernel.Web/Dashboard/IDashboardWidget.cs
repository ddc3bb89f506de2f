using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Web.Dashboard;

/// <summary>A card on the home page that answers "what now?".</summary>
public interface IDashboardWidget : IContributor
{
    /// <summary>Its heading (English, the key of its translations in the contributor's assembly).</summary>
    string Title { get; }

    /// <summary>Who sees it; null for everyone.</summary>
    string? Permission { get; }

    /// <summary>Smaller stands higher. What waits for people stands below 100, figures above.</summary>
    int Order { get; }

    /// <summary>The partial view that shows it.</summary>
    string Partial { get; }

    /// <summary>The partial's model; null when there is nothing to show this person.</summary>
    Task<object?> Load(CancellationToken cancel);
}
