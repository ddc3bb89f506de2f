namespace CommunityLms.Institutes.Contracts;

/// <summary>The institutes of the installation, for work that is done for each of them in turn.</summary>
public interface IInstitutes
{
    /// <returns>Their ids, the oldest first.</returns>
    Task<IReadOnlyList<Guid>> All(CancellationToken cancel);
}
