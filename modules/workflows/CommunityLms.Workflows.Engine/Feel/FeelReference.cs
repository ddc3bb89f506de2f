namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>A name an expression takes from outside, and the entries it selects from it: <c>applicant.address.city</c>.</summary>
/// <param name="Path">The variable, then the entries.</param>
/// <param name="Start">Where it stands, in UTF-16 units from 0.</param>
/// <param name="MayBeEntry">It stands in a filter, where it can be an entry of the filtered items as well.</param>
public sealed record FeelReference(IReadOnlyList<string> Path, int Start, int Length, bool MayBeEntry)
{
    public string Name => Path[0];

    public override string ToString() => string.Join('.', Path);
}
