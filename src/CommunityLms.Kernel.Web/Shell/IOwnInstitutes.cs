namespace CommunityLms.Kernel.Web.Shell;

/// <summary>The institutes the signed-in account belongs to, for the shell's switch; whoever keeps the accounts implements it.</summary>
public interface IOwnInstitutes
{
    /// <returns>Empty for visitors and for accounts that are nobody anywhere.</returns>
    Task<IReadOnlyList<OwnInstitute>> List(CancellationToken cancel);
}

/// <param name="Name">In the reader's language.</param>
/// <param name="PersonName">How the account's owner is called there, in the reader's language.</param>
/// <param name="IsCurrent">Whether the account is at work in it now.</param>
public sealed record OwnInstitute(Guid Id, string Name, string PersonName, bool IsCurrent);
