using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A tenant: a municipal teaching-research office or a teachers' college. Its name stands on its root unit too.</summary>
internal sealed class Institute : Entity, IHasConcurrencyStamp
{
    private Institute()
    {
    }

    public Institute(string name, string? latinName) => (Name, LatinName) = (name, latinName);

    public string Name { get; private set; } = "";

    public string? LatinName { get; private set; }

    public Guid ConcurrencyStamp { get; private set; }

    public LocalName LocalName => new(Name, LatinName);

    public void Rename(string name, string? latinName) => (Name, LatinName) = (name, latinName);
}
