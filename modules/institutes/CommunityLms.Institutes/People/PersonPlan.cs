using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.People;

/// <summary>What is known of every person before a file is held against them.</summary>
internal sealed record KnownPerson(Guid Id, string StaffNumber, string? Email);

/// <summary>Holds the rows of a file against the stored people: tries each on a copy.</summary>
internal sealed class PersonPlan
{
    private const int FirstBirthYear = 1900;
    private readonly Dictionary<string, KnownPerson> _known;
    private readonly ILookup<string, TypedRow> _rows;
    private readonly ILookup<string, TypedRow> _mails;
    private readonly HashSet<string> _takenMails;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly PersonReferences _references;
    private readonly UnitScope _scope;
    private readonly DateOnly _today;

    /// <param name="scope">Where the person at work may import and edit.</param>
    public PersonPlan(IEnumerable<KnownPerson> known, IReadOnlyList<TypedRow> rows, IReadOnlyList<TableColumn> columns, PersonReferences references, UnitScope scope, DateOnly today)
    {
        (_columns, _references, _scope, _today) = (columns, references, scope, today);
        _known = known.ToDictionary(k => k.StaffNumber, StringComparer.OrdinalIgnoreCase);
        _rows = rows.Where(r => NumberOf(r) is not null).ToLookup(r => NumberOf(r)!, StringComparer.OrdinalIgnoreCase);
        _mails = rows.Where(r => r.Text(PersonColumns.Email) is not null).ToLookup(r => r.Text(PersonColumns.Email)!, StringComparer.OrdinalIgnoreCase);
        // A person whose row is in the file may give an address up for another.
        _takenMails = _known.Values.Where(k => k.Email is not null && !_rows.Contains(k.StaffNumber)).Select(k => k.Email!).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The stored person that a row is about; null for a new one.</summary>
    public Guid? IdOf(TypedRow row) => NumberOf(row) is { } number ? _known.GetValueOrDefault(number)?.Id : null;

    /// <param name="person">A copy of the stored person; null for a new one.</param>
    public PlannedRow Plan(TypedRow row, Person? person)
    {
        var label = row.Text(PersonColumns.FamilyName) + row.Text(PersonColumns.GivenName);
        List<CellProblem> problems = [.. row.Problems];
        var (unit, subject, tutorSubject) = (UnitOf(row, problems), SubjectOf(PersonColumns.Subject, row, problems), SubjectOf(PersonColumns.TutorSubject, row, problems));
        Inspect(row, person, problems);
        if (problems.Count > 0)
            return PlannedRow.Bad(row, label, problems);
        var wanted = new ImportedPerson(row, person?.Id, unit, subject?.Id, tutorSubject?.Id);
        try
        {
            return person is null ? Add(wanted, label, subject, tutorSubject) : Change(wanted, person, label, subject, tutorSubject);
        }
        catch (RuleBroken broken)
        {
            return PlannedRow.Bad(row, label, [wanted.Problem(broken)]);
        }
    }

    private PlannedRow Add(ImportedPerson wanted, string label, params Subject?[] subjects)
    {
        wanted.Create(_today);
        return subjects.FirstOrDefault(s => s?.ArchivedOn is not null) is { } archived
            ? PlannedRow.Bad(wanted.Cells, label, [Archived(wanted.Cells, archived == subjects[0] ? PersonColumns.Subject : PersonColumns.TutorSubject, archived)])
            : PlannedRow.Add(wanted.Cells, label, wanted);
    }

    private PlannedRow Change(ImportedPerson wanted, Person person, string label, Subject? subject, Subject? tutorSubject)
    {
        var before = person.Cells(wanted.WorkOf(person, _today) ?? person.WorkOn(_today), _columns, _references, _today);
        wanted.ApplyTo(person, _today);
        var changes = CellChange.Between(_columns, before, person.Cells(wanted.WorkOf(person, _today), _columns, _references, _today));
        foreach (var (column, meant) in new[] { (PersonColumns.Subject, subject), (PersonColumns.TutorSubject, tutorSubject) })
            // Who has the subject keeps it; nobody is given it any more.
            if (meant?.ArchivedOn is not null && changes.Any(c => c.Column == column.Name))
                return PlannedRow.Bad(wanted.Cells, label, [Archived(wanted.Cells, column, meant)]);
        return PlannedRow.ChangeOrSame(wanted.Cells, label, changes, wanted);
    }

    private void Inspect(TypedRow row, Person? person, List<CellProblem> problems)
    {
        if (NumberOf(row) is { } number && _rows[number].FirstOrDefault(r => r.Number != row.Number) is { } twin)
            problems.Add(row.Problem(PersonColumns.StaffNumber, PersonImportTexts.DoubledNumber, twin.Number));
        if (person is not null && !PersonAccess.Reaches(_scope, person.Employments, _today))
            problems.Add(row.Problem(PersonColumns.StaffNumber, PersonImportTexts.PersonOutOfReach));
        else if (person?.ArchivedOn is not null)
            problems.Add(row.Problem(PersonColumns.StaffNumber, PersonImportTexts.HasLeft));
        if (row.WholeNumber(PersonColumns.BirthYear) is { } year && (year < FirstBirthYear || year > _today.Year))
            problems.Add(row.Problem(PersonColumns.BirthYear, PersonImportTexts.BirthYear));
        if (row.Has(PersonColumns.BackboneLevel) && row.Has(PersonColumns.BackboneCategory) && row.Choice(PersonColumns.BackboneLevel) is null != row.Choice(PersonColumns.BackboneCategory) is null
            && row.Problems.Count == 0)
            problems.Add(row.Problem(row.Choice(PersonColumns.BackboneLevel) is null ? PersonColumns.BackboneLevel : PersonColumns.BackboneCategory, PersonImportTexts.LevelAndCategory));
        if (row.Text(PersonColumns.Email) is { } mail && !string.Equals(mail, person?.Email, StringComparison.OrdinalIgnoreCase))
        {
            if (_mails[mail].FirstOrDefault(r => r.Number != row.Number) is { } other)
                problems.Add(row.Problem(PersonColumns.Email, PersonImportTexts.DoubledEmail, other.Number));
            else if (_takenMails.Contains(mail))
                problems.Add(row.Problem(PersonColumns.Email, PersonImportTexts.EmailTaken));
        }
    }

    private Guid UnitOf(TypedRow row, List<CellProblem> problems)
    {
        if (row.Text(PersonColumns.UnitCode) is not { } code)
            return Guid.Empty;
        if (_references.Unit(code) is not { } unit)
            problems.Add(row.Problem(PersonColumns.UnitCode, PersonImportTexts.UnknownUnit, code));
        else if (!_scope.Includes(unit.Id))
            problems.Add(row.Problem(PersonColumns.UnitCode, PersonImportTexts.UnitOutOfReach));
        else if (unit.IsArchived)
            problems.Add(row.Problem(PersonColumns.UnitCode, PersonRules.UnitArchived.Message, unit.Name.Name));
        else
            return unit.Id;
        return Guid.Empty;
    }

    private Subject? SubjectOf(TableColumn column, TypedRow row, List<CellProblem> problems)
    {
        if (row.Text(column) is not { } word)
            return null;
        if (_references.Subject(word) is { } subject)
            return subject;
        problems.Add(row.Problem(column, PersonImportTexts.UnknownSubject, word, _references.SubjectWords));
        return null;
    }

    private static CellProblem Archived(TypedRow row, TableColumn column, Subject subject) => row.Problem(column, SubjectRules.RestoreFirst.Message, subject.Name);

    private static string? NumberOf(TypedRow row) => row.Text(PersonColumns.StaffNumber);
}
