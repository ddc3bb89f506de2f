using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Subjects;

namespace CommunityLms.Institutes.People;

/// <summary>The units and subjects that rows refer to, by code and by name.</summary>
internal sealed class PersonReferences
{
    private readonly OrganisationTree _tree;
    private readonly Dictionary<string, UnitInfo> _units;
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, Subject> _subjectsById;

    /// <param name="subjects">All of them, archived ones too: people keep them.</param>
    public PersonReferences(OrganisationTree tree, IReadOnlyList<Subject> subjects)
    {
        _tree = tree;
        _units = tree.All.Where(u => u.Code is not null).ToDictionary(u => ImportedUnit.KeyOf(u.Code)!);
        _subjectsById = subjects.ToDictionary(s => s.Id);
        foreach (var subject in subjects.OrderBy(s => s.ArchivedOn is not null))
            foreach (var word in new[] { subject.Code, subject.Name, subject.LatinName }.OfType<string>())
                _subjects.TryAdd(word, subject);
        SubjectWords = string.Join(", ", subjects.Where(s => s.ArchivedOn is null).Select(s => $"{s.Code} ({s.Name})"));
    }

    /// <summary>The subjects that can be entered, for a message.</summary>
    public string SubjectWords { get; }

    public UnitInfo? Unit(string code) => _units.GetValueOrDefault(ImportedUnit.KeyOf(code)!);

    public string? CodeOf(Guid unitId) => _tree.Find(unitId)?.Code;

    public Subject? Subject(string word) => _subjects.GetValueOrDefault(word);

    public string? SubjectCode(Guid? id) => id is { } subject ? _subjectsById[subject].Code : null;
}
