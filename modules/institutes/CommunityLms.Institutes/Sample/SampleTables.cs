using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.Sample;

/// <summary>A sample city as the tables an office would send, to try imports with; for as many people as wanted.</summary>
internal static class SampleTables
{
    public static IReadOnlyList<string> UnitHeadings { get; } = [.. UnitColumns.All.Select(c => c.Name)];

    public static IReadOnlyList<string> PersonHeadings { get; } = [.. PersonColumns.All.Select(c => c.Name)];

    /// <summary>All units but the institute, which is there before.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Units(SampleCity city)
    {
        var codes = city.Units.ToDictionary(u => u.Key, u => u.Code);
        return city.Units.Skip(1).Select(u => (IReadOnlyList<object?>)
            [u.Code, u.Name, u.LatinName, Word(UnitColumns.Kind, u.Kind), u.ParentKey == city.Units[0].Key ? null : codes[u.ParentKey!], Word(UnitColumns.Setting, u.Setting), u.Address]);
    }

    /// <summary>Everybody with the work that lasts, or else the last one; without the few in the institute itself, which goes by a code of its own.</summary>
    public static IEnumerable<IReadOnlyList<object?>> People(SampleCity city)
    {
        var codes = city.Units.ToDictionary(u => u.Key, u => u.Code);
        foreach (var person in city.People)
        {
            var work = person.Employments.FirstOrDefault(e => e.To is null) ?? person.Employments[^1];
            if (work.UnitKey == city.Units[0].Key)
                continue;
            var (appraisal, tutor) = (person.Appraisals is [.., var last] ? last : null, person.TutorPositions is [var first, ..] ? first : null);
            yield return
            [
                person.StaffNumber, person.FamilyName, person.GivenName, person.LatinName, Word(PersonColumns.Gender, person.Gender), person.BornYear, person.Email, person.Phone,
                codes[work.UnitKey], work.SubjectCode, Word(PersonColumns.GradeBand, work.GradeBand), Word(PersonColumns.Load, work.Load), work.Title, work.From, work.To,
                Word(PersonColumns.BackboneLevel, appraisal?.Level), Word(PersonColumns.BackboneCategory, appraisal?.Category), appraisal?.Since,
                Word(PersonColumns.TutorPosition, tutor?.Position), tutor?.SubjectCode, tutor?.GroupName,
            ];
        }
    }

    private static string? Word(TableColumn column, Enum? value) => column.Shown(value?.ToString());
}
