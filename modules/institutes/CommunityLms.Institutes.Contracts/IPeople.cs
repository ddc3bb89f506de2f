namespace CommunityLms.Institutes.Contracts;

/// <summary>People of the current institute, for other modules. It asks for no permission: whoever calls answers for what is shown to whom, and why something changes.</summary>
public interface IPeople
{
    /// <returns>Those of them that the institute has, by id.</returns>
    Task<IReadOnlyDictionary<Guid, PersonInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>People by their staff numbers, for tables that name them so.</summary>
    /// <returns>Those of them that the institute has, by number.</returns>
    Task<IReadOnlyDictionary<string, PersonInfo>> ByStaffNumber(IReadOnlyCollection<string> numbers, CancellationToken cancel);

    /// <returns>The units where the person works today.</returns>
    Task<IReadOnlyList<Guid>> WorkplacesOf(Guid personId, CancellationToken cancel);

    /// <summary>Carries all work of a person in one unit, or below it, over to another on a day, on the same terms. Asked again, it changes nothing.</summary>
    /// <exception cref="Kernel.Domain.RecordMissing">There is no such person or unit.</exception>
    /// <exception cref="Kernel.Domain.RuleBroken">The person works in neither unit on that day, or the other unit is archived.</exception>
    Task Transfer(Guid personId, Guid fromUnitId, Guid toUnitId, DateOnly on, CancellationToken cancel);
}

/// <summary>A person as other modules see them.</summary>
/// <param name="AccountId">What news can be sent to; null for people who can't sign in.</param>
/// <param name="HasLeft">Belongs to the institute no longer.</param>
public sealed record PersonInfo(Guid Id, PersonName Name, Guid? AccountId, bool HasLeft, string StaffNumber);
