using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.People;

/// <summary>
/// A readable row about a person. It says what holds now; what the file has no column for is left alone. Carried out a second time it
/// changes nothing.
/// </summary>
/// <param name="StoredId">The person it is about; null for a new one.</param>
/// <param name="SubjectId">The subject taught; null for none.</param>
internal sealed record ImportedPerson(TypedRow Cells, Guid? StoredId, Guid UnitId, Guid? SubjectId, Guid? TutorSubjectId)
{
    public string StaffNumber => Cells.Text(PersonColumns.StaffNumber)!;

    public Person Create(DateOnly today)
    {
        var person = new Person(Details(stored: null));
        ApplyWork(person, today);
        ApplyHonours(person, today);
        return person;
    }

    /// <exception cref="RuleBroken">The person can't be so.</exception>
    public void ApplyTo(Person person, DateOnly today)
    {
        person.Change(Details(person));
        ApplyWork(person, today);
        ApplyHonours(person, today);
    }

    /// <summary>The stored work that the row is about: in its unit and subject, from its day on, or else going on; null where there is none.</summary>
    public Employment? WorkOf(Person person, DateOnly today)
    {
        var there = person.Employments.Where(e => e.UnitId == UnitId && (!Cells.Has(PersonColumns.Subject) || e.SubjectId == SubjectId)).OrderBy(e => e.From).ThenBy(e => e.Id).ToList();
        var shown = person.WorkOn(today);
        if (Cells.Date(PersonColumns.EmployedFrom) is not { } from)
            return there.Find(e => e == shown) ?? there.Find(e => e.Overlaps(today, today));
        return there.Find(e => e == shown && e.From == from) ?? there.Find(e => e.From == from) ?? there.Find(e => e.Overlaps(from, Cells.Date(PersonColumns.EmployedTo)));
    }

    public CellProblem Problem(RuleBroken broken) =>
        // Checked by a job, in nobody's language: names are given as they are written.
        Cells.Problem(PersonColumns.Of(broken.Rule), broken.Rule.Message, [.. broken.Args.Select(a => a is LocalName name ? name.Name : a ?? "")]);

    private PersonDetails Details(Person? stored) => new(
        stored?.StaffNumber ?? StaffNumber,
        Cells.Text(PersonColumns.FamilyName)!,
        Cells.Text(PersonColumns.GivenName)!,
        Cells.Has(PersonColumns.LatinName) ? Cells.Text(PersonColumns.LatinName) : stored?.LatinName,
        Cells.Has(PersonColumns.Gender) ? Chosen<Gender>(PersonColumns.Gender) : stored?.Gender,
        Cells.Has(PersonColumns.BirthYear) ? Cells.WholeNumber(PersonColumns.BirthYear) : stored?.BirthYear,
        Cells.Has(PersonColumns.Email) ? Cells.Text(PersonColumns.Email) : stored?.Email,
        Cells.Has(PersonColumns.Phone) ? Cells.Text(PersonColumns.Phone) : stored?.Phone);

    /// <summary>The same work is put right; work elsewhere begins anew, and what went on until then ends the day before.</summary>
    private void ApplyWork(Person person, DateOnly today)
    {
        var (same, shown, from) = (WorkOf(person, today), person.WorkOn(today), Cells.Date(PersonColumns.EmployedFrom));
        // Without a day, or with the day on which the stored work began, another unit means that the stored one was wrong.
        var wrong = same is null && shown is not null && (from == shown.From || (from is null && shown.From >= today)) ? shown : null;
        var start = from ?? (same ?? wrong)?.From ?? today;
        if ((same ?? wrong) is { } stored)
        {
            person.CorrectEmployment(stored.Id, Terms(stored, start));
            return;
        }
        if (shown is not null && shown.From < start && shown.Overlaps(start, to: null))
            person.EndEmployment(shown.Id, start.AddDays(-1));
        person.Employ(Terms(shown, start) with { To = Cells.Date(PersonColumns.EmployedTo) });
    }

    /// <param name="before">The work whose terms go on where the file has no column for them.</param>
    private EmploymentTerms Terms(Employment? before, DateOnly from) => new(
        UnitId,
        from,
        Cells.Has(PersonColumns.EmployedTo) ? Cells.Date(PersonColumns.EmployedTo) : before?.To,
        Cells.Has(PersonColumns.Subject) ? SubjectId : before?.SubjectId,
        Cells.Has(PersonColumns.GradeBand) ? Chosen<GradeBand>(PersonColumns.GradeBand) : before?.GradeBand,
        (Cells.Has(PersonColumns.Load) ? Chosen<EmploymentLoad>(PersonColumns.Load) : before?.Load) ?? EmploymentLoad.FullTime,
        Cells.Has(PersonColumns.Title) ? Cells.Text(PersonColumns.Title) : before?.Title);

    private void ApplyHonours(Person person, DateOnly today)
    {
        if (Cells.Has(PersonColumns.BackboneLevel) && Cells.Has(PersonColumns.BackboneCategory))
            ApplyAppraisal(person, today);
        if (Cells.Has(PersonColumns.TutorPosition))
            ApplyAppointment(person, today);
    }

    private void ApplyAppraisal(Person person, DateOnly today)
    {
        var (holding, shown, since) = (person.Appraisals.HoldingAfter(today).ToList(), person.AppraisalOn(today), Cells.Date(PersonColumns.AppraisedSince));
        if (Chosen<BackboneLevel>(PersonColumns.BackboneLevel) is not { } level || Chosen<BackboneCategory>(PersonColumns.BackboneCategory) is not { } category)
        {
            EndAll(person, holding, today);
            return;
        }
        var same = holding.Where(a => a.Level == level && a.Category == category).ToList();
        var own = same.Find(a => a.From == since) ?? same.Find(a => a == shown) ?? same.FirstOrDefault();
        // Where another one is shown as the highest, it no longer holds, or the row would say what isn't so.
        if (shown is not null && (shown.Level != level || shown.Category != category))
            EndAll(person, holding.Where(a => a != own && a.Level >= level), today);
        if (own is null)
            person.Appraise(level, category, subjectId: null, since ?? today);
        else if (since is { } day && day != own.From)
            person.CorrectAppraisal(own.Id, day);
    }

    private void ApplyAppointment(Person person, DateOnly today)
    {
        var holding = person.TutorAppointments.HoldingAfter(today).ToList();
        if (Chosen<TutorPosition>(PersonColumns.TutorPosition) is not { } position)
        {
            EndAll(person, holding, today);
            return;
        }
        var shown = person.AppointmentOn(today);
        var subject = TutorSubjectId ?? (Cells.Has(PersonColumns.TutorSubject) ? null : shown?.SubjectId) ?? SubjectId ?? throw new RuleBroken(PersonRules.TutorSubjectMissing);
        var own = holding.Find(a => a == shown && a.SubjectId == subject) ?? holding.Find(a => a.SubjectId == subject);
        var group = Cells.Has(PersonColumns.TutorGroup) ? Cells.Text(PersonColumns.TutorGroup) : own?.GroupName;
        if (own is not null && own.Position == position && own.GroupName == group)
            return;
        if ((own ?? shown) is { } old && old.From >= today)
        {
            person.CorrectAppointment(old.Id, subject, position, group);
            return;
        }
        if ((own ?? shown) is { } ending)
            person.EndHonour(ending.Id, today.AddDays(-1));
        person.Appoint(subject, position, group, today);
    }

    /// <summary>Today is the last day; of what begins later, its first one.</summary>
    private static void EndAll(Person person, IEnumerable<Period> periods, DateOnly today)
    {
        foreach (var period in periods)
            person.EndHonour(period.Id, period.From > today ? period.From : today);
    }

    private T? Chosen<T>(TableColumn column) where T : struct, Enum => Enum.TryParse<T>(Cells.Choice(column), out var value) ? value : null;
}
