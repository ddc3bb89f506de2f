using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.People;

/// <summary>What holds now of a person: what one row of a table can say.</summary>
internal static class PersonSnapshot
{
    /// <summary>The work that goes on today, the longest first; else what ended last.</summary>
    public static Employment? WorkOn(this Person person, DateOnly today) =>
        person.Employments.Where(e => e.Overlaps(today, today)).OrderBy(e => e.From).ThenBy(e => e.Id).FirstOrDefault()
        ?? person.Employments.OrderByDescending(e => e.To ?? DateOnly.MaxValue).ThenBy(e => e.Id).FirstOrDefault();

    /// <summary>What holds beyond today; what ends today is on its way out.</summary>
    public static IEnumerable<T> HoldingAfter<T>(this IEnumerable<T> periods, DateOnly today) where T : Period => periods.Where(p => p.To is null || p.To > today);

    /// <summary>The highest appraisal that holds.</summary>
    public static Appraisal? AppraisalOn(this Person person, DateOnly today) =>
        person.Appraisals.HoldingAfter(today).OrderByDescending(a => a.Level).ThenByDescending(a => a.From).ThenBy(a => a.Id).FirstOrDefault();

    /// <summary>The oldest place in the tutor network that holds.</summary>
    public static TutorAppointment? AppointmentOn(this Person person, DateOnly today) =>
        person.TutorAppointments.HoldingAfter(today).OrderBy(a => a.From).ThenBy(a => a.Id).FirstOrDefault();

    /// <summary>A person in the columns of the table.</summary>
    /// <param name="work">The work that the row is about.</param>
    public static IReadOnlyList<object?> Cells(this Person person, Employment? work, IReadOnlyList<TableColumn> columns, PersonReferences references, DateOnly today)
    {
        var now = new Now(person, work, person.AppraisalOn(today), person.AppointmentOn(today), references);
        return [.. columns.Select(c => Values[c](now))];
    }

    private static readonly Dictionary<TableColumn, Func<Now, object?>> Values = new()
    {
        [PersonColumns.StaffNumber] = n => n.Person.StaffNumber,
        [PersonColumns.FamilyName] = n => n.Person.FamilyName,
        [PersonColumns.GivenName] = n => n.Person.GivenName,
        [PersonColumns.LatinName] = n => n.Person.LatinName,
        [PersonColumns.Gender] = n => n.Person.Gender?.ToString(),
        [PersonColumns.BirthYear] = n => n.Person.BirthYear,
        [PersonColumns.Email] = n => n.Person.Email,
        [PersonColumns.Phone] = n => n.Person.Phone,
        [PersonColumns.UnitCode] = n => n.Work is null ? null : n.References.CodeOf(n.Work.UnitId),
        [PersonColumns.Subject] = n => n.References.SubjectCode(n.Work?.SubjectId),
        [PersonColumns.GradeBand] = n => n.Work?.GradeBand?.ToString(),
        [PersonColumns.Load] = n => n.Work?.Load.ToString(),
        [PersonColumns.Title] = n => n.Work?.Title,
        [PersonColumns.EmployedFrom] = n => n.Work?.From,
        [PersonColumns.EmployedTo] = n => n.Work?.To,
        [PersonColumns.BackboneLevel] = n => n.Appraisal?.Level.ToString(),
        [PersonColumns.BackboneCategory] = n => n.Appraisal?.Category.ToString(),
        [PersonColumns.AppraisedSince] = n => n.Appraisal?.From,
        [PersonColumns.TutorPosition] = n => n.Appointment?.Position.ToString(),
        [PersonColumns.TutorSubject] = n => n.References.SubjectCode(n.Appointment?.SubjectId),
        [PersonColumns.TutorGroup] = n => n.Appointment?.GroupName,
    };

    private sealed record Now(Person Person, Employment? Work, Appraisal? Appraisal, TutorAppointment? Appointment, PersonReferences References);
}
