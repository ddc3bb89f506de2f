using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Grants;

/// <summary>A role given to a person on a unit; holds for everything below it, from a day to a day, both included.</summary>
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

    /// <summary>The last day it holds; null while nobody has set one. Before <see cref="From"/> where it was taken back before it held a whole day.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether the new last day would let it hold longer than it does now.</summary>
    public bool IsLengthenedBy(DateOnly? to) => To is { } now && (to is not { } wanted || wanted > now);

    /// <summary>Sets or lifts its last day.</summary>
    /// <exception cref="RuleBroken">It is over, or the day lies before its first day or before today.</exception>
    public void EndOn(DateOnly? to, DateOnly today)
    {
        Ensure(!IsOver(today), GrantRules.Over);
        Ensure(to is null || to >= From, GrantRules.EndsBeforeItBegins);
        Ensure(to is null || to >= today, GrantRules.EndsInThePast);
        To = to;
    }

    /// <summary>Takes it back at once: its last day is the day before.</summary>
    /// <exception cref="RuleBroken">It is over already.</exception>
    public void Revoke(DateOnly today)
    {
        Ensure(!IsOver(today), GrantRules.Over);
        To = today.AddDays(-1);
    }

    private bool IsOver(DateOnly today) => To < today;
}

internal static class GrantRules
{
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule BeginsInThePast = new("A role is given from today or a later day on. Choose another first day.", "From");
    public static readonly Rule EndsInThePast = new("The last day lies in the past. Choose another day, or take the role back.", "To");
    public static readonly Rule Over = new("This role is over. Give it again instead.");
    public static readonly Rule HeldAlready = new("The person has this role here in that time already.", "RoleId");
    public static readonly Rule MoreThanYouHave = new("You can only give permissions that you hold there yourself. Missing: {0}.", "RoleId");
    public static readonly Rule NotToYourself = new("You can't give a role to yourself. Ask another administrator.", "PersonId");
    public static readonly Rule NotLongerForYourself = new("You can't lengthen a role of your own. Ask another administrator.", "To");
    public static readonly Rule LeftTheInstitute = new("{0} has left the institute. Choose another person.", "PersonId");
    public static readonly Rule UnitArchived = new("“{0}” is archived. Choose an active unit.", "UnitId");
    public static readonly Rule LastAdministrator = new("Nobody else who can sign in is administrator of the whole institute without an end. Give that role to another person first.");
}
