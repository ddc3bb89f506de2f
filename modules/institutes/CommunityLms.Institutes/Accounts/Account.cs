using CommunityLms.Kernel.Data.Auditing;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts;

/// <summary>What a person signs in with. It belongs to no institute: one account can be a person in several.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account() => (Id, SecurityStamp) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString());

    public Account(string email, string displayName) : this() =>
        (UserName, Email, EmailConfirmed, DisplayName) = (email, email, true, displayName);

    /// <summary>How the account is called where no institute's record names the person.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Looks after the whole installation: modules, institutes, health.</summary>
    public bool IsHostAdministrator { get; set; }

    /// <summary>The institute the person was last in, so that signing in returns there.</summary>
    [NotAudited]
    public Guid? LastInstituteId { get; set; }
}
