using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Grants;

/// <summary>A role given to a person on a unit; holds for everything below it, from a day to a day.</summary>
internal sealed class Grant : Aggregate
{
    private Grant()
    {
    }

    /// <exception cref="RuleBroken">It ends before it begins.</exception>
    public Grant(Guid personId, Guid roleId, Guid unitId, DateOnly from, DateOnly? to)
    {
        Ensure(to is null || to >= from, GrantRules.EndsBeforeItBegins);
        (PersonId, RoleId, UnitId, From, To) = (personId, roleId, unitId, from, to);
    }

    public Guid PersonId { get; private set; }

    public Guid RoleId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day it holds; null while nobody has set one.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Ends it with the day before.</summary>
    public void Revoke(DateOnly on) => To = on.AddDays(-1);
}

internal static class GrantRules
{
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule MoreThanYouHave = new("You can only give permissions that you hold there yourself. Missing: {0}.", "RoleId");
    public static readonly Rule NotToYourself = new("You can't give a role to yourself. Ask another administrator.", "PersonId");
    public static readonly Rule LastAdministrator = new("Nobody else may manage grants for the whole institute. Give the role to another person first.");
}
