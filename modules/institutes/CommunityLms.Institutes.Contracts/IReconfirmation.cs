namespace CommunityLms.Institutes.Contracts;

/// <summary>Asks once more who somebody is, before what counts as a signature.</summary>
public interface IReconfirmation
{
    /// <summary>Whether it is the password of whoever is signed in. Wrong ones count towards the lockout, as at signing in.</summary>
    Task<bool> IsOwnPassword(string? password, CancellationToken cancel);
}
