namespace CommunityLms.Institutes.Contracts;

/// <summary>Who teaches what and where, for modules that bring teachers together. It asks for no permission: whoever calls answers for what is shown to whom.</summary>
public interface ITeaching
{
    /// <summary>The institute's subjects by id, those no longer offered included.</summary>
    Task<IReadOnlyDictionary<Guid, SubjectInfo>> Subjects(CancellationToken cancel);

    /// <summary>The posts of these people in which they teach a subject, past and future ones included.</summary>
    Task<IReadOnlyList<TeachingPost>> PostsOf(IReadOnlyCollection<Guid> personIds, CancellationToken cancel);

    /// <summary>Everybody's posts in these subjects that hold at some time between two days, of people who haven't left.</summary>
    Task<IReadOnlyList<TeachingPost>> PostsIn(IReadOnlyCollection<Guid> subjectIds, DateOnly from, DateOnly to, CancellationToken cancel);

    /// <summary>The highest level at which each of these people is a backbone teacher of the subject, or of all subjects, on a day.</summary>
    /// <returns>Those of them who are.</returns>
    Task<IReadOnlyDictionary<Guid, BackboneLevel>> BackboneLevels(IReadOnlyCollection<Guid> personIds, Guid subjectId, DateOnly on, CancellationToken cancel);
}

/// <param name="Code">Short and lasting, in capitals; what imports refer to.</param>
/// <param name="IsOffered">Whether it may be chosen for something new.</param>
public sealed record SubjectInfo(Guid Id, string Code, LocalName Name, bool IsOffered);

/// <param name="UnitId">Where: a school or one of its departments.</param>
/// <param name="To">The last day; null while it is open.</param>
public sealed record TeachingPost(Guid PersonId, Guid UnitId, Guid SubjectId, GradeBand? GradeBand, EmploymentLoad Load, DateOnly From, DateOnly? To)
{
    public bool Overlaps(DateOnly from, DateOnly to) => From <= to && (To is not { } mine || mine >= from);

    /// <summary>Whether it holds on every day between two days.</summary>
    public bool Covers(DateOnly from, DateOnly to) => From <= from && (To is not { } mine || mine >= to);
}
