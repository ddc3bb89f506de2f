using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.People;

/// <summary>A person of the institute: who they are, where they have worked, how they were appraised, their place in the tutor network.</summary>
internal sealed class Person : Aggregate
{
    private readonly List<Employment> _employments = [];
    private readonly List<Appraisal> _appraisals = [];
    private readonly List<TutorAppointment> _tutorAppointments = [];

    private Person()
    {
    }

    public Person(PersonDetails details) => Change(details);

    public string StaffNumber { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public string GivenName { get; private set; } = "";

    /// <summary>The transcription, family name first.</summary>
    public string? LatinName { get; private set; }

    public Gender? Gender { get; private set; }

    public int? BirthYear { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>The account this person signs in with; null until invited.</summary>
    public Guid? AccountId { get; private set; }

    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>What lists are sorted by: the transcription where there is one, so that Chinese names stand in the order of their pinyin.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What search looks into: name, transcription with and without spaces, initials, staff number.</summary>
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<Employment> Employments => _employments;

    public IReadOnlyList<Appraisal> Appraisals => _appraisals;

    public IReadOnlyList<TutorAppointment> TutorAppointments => _tutorAppointments;

    public PersonName Name => new(FamilyName, GivenName, LatinName);

    public void Change(PersonDetails details)
    {
        (StaffNumber, FamilyName, GivenName, LatinName) = (details.StaffNumber.Trim(), details.FamilyName.Trim(), details.GivenName.Trim(), Blank(details.LatinName));
        (Gender, BirthYear, Email, Phone) = (details.Gender, details.BirthYear, Blank(details.Email), Blank(details.Phone));
        (SortName, SearchText) = (PersonSearch.SortNameOf(this), PersonSearch.TextOf(this));
    }

    /// <summary>Begins work in a unit.</summary>
    /// <exception cref="RuleBroken">It ends before it begins, or the person works there in that subject already.</exception>
    public Employment Employ(EmploymentTerms terms)
    {
        Ensure(terms.To is not { } to || to >= terms.From, PersonRules.EndsBeforeItBegins);
        Ensure(!_employments.Any(e => e.UnitId == terms.UnitId && e.SubjectId == terms.SubjectId && e.Overlaps(terms.From, terms.To)), PersonRules.EmployedThereAlready);
        var employment = new Employment(Id, terms);
        _employments.Add(employment);
        return employment;
    }

    /// <exception cref="RuleBroken">It ends before it begins.</exception>
    public void EndEmployment(Guid employmentId, DateOnly on)
    {
        var employment = _employments.SingleOrDefault(e => e.Id == employmentId) ?? throw new RecordMissing("employment");
        Ensure(on >= employment.From, PersonRules.EndsBeforeItBegins);
        employment.End(on);
    }

    /// <summary>Puts right what was recorded of an employment. What changes in the course of time is a new employment instead.</summary>
    /// <exception cref="RuleBroken">It ends before it begins, or the person works there in that subject already.</exception>
    public void CorrectEmployment(Guid employmentId, EmploymentTerms terms)
    {
        var employment = _employments.SingleOrDefault(e => e.Id == employmentId) ?? throw new RecordMissing("employment");
        Ensure(terms.To is not { } to || to >= terms.From, PersonRules.EndsBeforeItBegins);
        Ensure(!_employments.Any(e => e != employment && e.UnitId == terms.UnitId && e.SubjectId == terms.SubjectId && e.Overlaps(terms.From, terms.To)), PersonRules.EmployedThereAlready);
        employment.Correct(terms);
    }

    /// <summary>
    /// Carries the work in one unit over to another on a day: what was there before ends the day before, what goes on begins anew on the
    /// same terms. What begins later only changes its unit. Where the person works in the other unit in that subject already, that work
    /// counts and only the rest is added.
    /// </summary>
    public void Transfer(Guid fromUnitId, Guid toUnitId, DateOnly on)
    {
        foreach (var old in _employments.Where(e => e.UnitId == fromUnitId && (e.To is not { } last || last >= on)).ToList())
        {
            var from = old.From < on ? on : old.From;
            if (StartOfRest(toUnitId, old.SubjectId, from, old.To) is { } start)
                _employments.Add(new(Id, new(toUnitId, start, old.To, old.SubjectId, old.GradeBand, old.Load, old.Title)));
            if (old.From < on)
                old.End(on.AddDays(-1));
            else
                _employments.Remove(old);
        }
    }

    /// <summary>The first day of a time that other work in the unit and subject leaves free at its end; null when it leaves none.</summary>
    private DateOnly? StartOfRest(Guid unitId, Guid? subjectId, DateOnly from, DateOnly? to)
    {
        var others = _employments.Where(e => e.UnitId == unitId && e.SubjectId == subjectId && e.Overlaps(from, to)).ToList();
        if (others.Any(e => e.To is null))
            return null;
        var start = others.Aggregate(from, (day, e) => e.To!.Value >= day ? e.To.Value.AddDays(1) : day);
        return to is null || start <= to ? start : null;
    }

    public Appraisal Appraise(BackboneLevel level, BackboneCategory category, Guid? subjectId, DateOnly since)
    {
        var appraisal = new Appraisal(Id, level, category, subjectId, since);
        _appraisals.Add(appraisal);
        return appraisal;
    }

    /// <summary>Puts the day of an appraisal right.</summary>
    /// <exception cref="RuleBroken">It ended before that day.</exception>
    public void CorrectAppraisal(Guid appraisalId, DateOnly since)
    {
        var appraisal = _appraisals.SingleOrDefault(a => a.Id == appraisalId) ?? throw new RecordMissing("honour");
        Ensure(appraisal.To is not { } to || to >= since, PersonRules.EndsBeforeItBegins);
        appraisal.Correct(since);
    }

    /// <summary>Puts right what was recorded of a place in the tutor network. What changes in the course of time is a new place instead.</summary>
    /// <exception cref="RuleBroken">The person holds a place in the network of that subject already.</exception>
    public void CorrectAppointment(Guid appointmentId, Guid subjectId, TutorPosition position, string? groupName)
    {
        var appointment = _tutorAppointments.SingleOrDefault(a => a.Id == appointmentId) ?? throw new RecordMissing("honour");
        Ensure(!_tutorAppointments.Any(a => a != appointment && a.SubjectId == subjectId && a.Overlaps(appointment.From, appointment.To)), PersonRules.AppointedAlready);
        appointment.Correct(subjectId, position, groupName);
    }

    /// <exception cref="RuleBroken">The person holds a place in the network of that subject already.</exception>
    public TutorAppointment Appoint(Guid subjectId, TutorPosition position, string? groupName, DateOnly from, DateOnly? to = null)
    {
        Ensure(!_tutorAppointments.Any(a => a.SubjectId == subjectId && a.Overlaps(from, to)), PersonRules.AppointedAlready);
        var appointment = new TutorAppointment(Id, subjectId, position, groupName, from, to);
        _tutorAppointments.Add(appointment);
        return appointment;
    }

    /// <summary>Ends an appraisal or a place in the tutor network.</summary>
    /// <exception cref="RuleBroken">It ends before it begins.</exception>
    public void EndHonour(Guid honourId, DateOnly on)
    {
        Period honour = _appraisals.Find(a => a.Id == honourId) ?? (Period?)_tutorAppointments.Find(a => a.Id == honourId) ?? throw new RecordMissing("honour");
        Ensure(on >= honour.From, PersonRules.EndsBeforeItBegins);
        honour.End(on);
    }

    public void Connect(Guid accountId) => AccountId = accountId;

    public void Disconnect() => AccountId = null;

    /// <summary>Leaves the institute: open employments end that day, the record stays.</summary>
    public void Archive(DateOnly on)
    {
        ArchivedOn = on;
        foreach (var open in _employments.Where(e => e.To is null && e.From <= on))
            open.End(on);
    }

    public void Restore() => ArchivedOn = null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal enum Gender { Female, Male }

/// <summary>What people may change about a person at any time.</summary>
internal sealed record PersonDetails(string StaffNumber, string FamilyName, string GivenName, string? LatinName = null,
    Gender? Gender = null, int? BirthYear = null, string? Email = null, string? Phone = null);
