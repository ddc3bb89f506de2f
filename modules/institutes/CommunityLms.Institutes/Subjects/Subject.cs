using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Subjects;

/// <summary>A school subject, as the institute names it.</summary>
internal sealed class Subject : Aggregate
{
    private Subject()
    {
    }

    public Subject(string code, string name, string? latinName) => (Code, Name, LatinName) = (code, name, latinName);

    /// <summary>Short and lasting; what imports refer to.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? LatinName { get; private set; }

    public LocalName LocalName => new(Name, LatinName);
}
