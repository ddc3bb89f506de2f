using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Navigation;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">English text, the key of its translations in the contributor's assembly.</param>
/// <param name="Url">A path from the application's root.</param>
/// <param name="Icon">An icon of the sprite.</param>
/// <param name="Permission">Shown to those who hold it somewhere; null for everyone.</param>
/// <param name="Group">The heading it stands under; null for the top.</param>
/// <param name="Order">Smaller stands higher.</param>
public sealed record MenuItem(string Text, string Url, string Icon, string? Permission = null, string? Group = null, int Order = 100);

/// <summary>Adds entries to the navigation.</summary>
public interface IMenuContributor : IContributor
{
    IEnumerable<MenuItem> Menu();
}
