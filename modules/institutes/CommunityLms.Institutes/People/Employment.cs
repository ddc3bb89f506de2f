using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.People;

/// <summary>Something that holds from a day to a day, both included; open while there is no last day.</summary>
internal abstract class Period : Entity, IMultiTenant
{
    public Guid TenantId { get; private set; }

    public Guid PersonId { get; protected init; }

    public DateOnly From { get; private protected set; }

    public DateOnly? To { get; private set; }

    public bool Overlaps(DateOnly from, DateOnly? to) => (To is not { } mine || mine >= from) && (to is not { } theirs || From <= theirs);

    public void End(DateOnly? on) => To = on;
}

/// <summary>Work in a unit over time.</summary>
internal sealed class Employment : Period
{
    private Employment()
    {
    }

    internal Employment(Guid personId, EmploymentTerms terms)
    {
        PersonId = personId;
        Correct(terms);
    }

    public Guid UnitId { get; private set; }

    /// <summary>The subject taught; null for other work.</summary>
    public Guid? SubjectId { get; private set; }

    public GradeBand? GradeBand { get; private set; }

    public EmploymentLoad Load { get; private set; }

    /// <summary>The post, as the institute calls it.</summary>
    public string? Title { get; private set; }

    internal void Correct(EmploymentTerms terms)
    {
        (UnitId, SubjectId, GradeBand, Load, Title, From) = (terms.UnitId, terms.SubjectId, terms.GradeBand, terms.Load, terms.Title, terms.From);
        End(terms.To);
    }
}

/// <summary>The terms on which a person works somewhere.</summary>
internal sealed record EmploymentTerms(Guid UnitId, DateOnly From, DateOnly? To = null, Guid? SubjectId = null, GradeBand? GradeBand = null,
    EmploymentLoad Load = EmploymentLoad.FullTime, [property: StringLength(Lengths.Name)] string? Title = null);

/// <summary>An appraisal as backbone teacher.</summary>
internal sealed class Appraisal : Period
{
    private Appraisal()
    {
    }

    internal Appraisal(Guid personId, BackboneLevel level, BackboneCategory category, Guid? subjectId, DateOnly since) =>
        (PersonId, Level, Category, SubjectId, From) = (personId, level, category, subjectId, since);

    public BackboneLevel Level { get; private set; }

    public BackboneCategory Category { get; private set; }

    public Guid? SubjectId { get; private set; }

    internal void Correct(DateOnly since) => From = since;
}

/// <summary>A place in the three-level tutor network of a subject.</summary>
internal sealed class TutorAppointment : Period
{
    private TutorAppointment()
    {
    }

    internal TutorAppointment(Guid personId, Guid subjectId, TutorPosition position, string? groupName, DateOnly from, DateOnly? to)
    {
        (PersonId, SubjectId, Position, GroupName, From) = (personId, subjectId, position, groupName, from);
        End(to);
    }

    public Guid SubjectId { get; private set; }

    public TutorPosition Position { get; private set; }

    /// <summary>The tutor group, for leaders and tutors.</summary>
    public string? GroupName { get; private set; }

    internal void Correct(Guid subjectId, TutorPosition position, string? groupName) => (SubjectId, Position, GroupName) = (subjectId, position, groupName);
}
