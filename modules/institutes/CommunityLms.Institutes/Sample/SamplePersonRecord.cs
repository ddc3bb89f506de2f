using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;

namespace CommunityLms.Institutes.Sample;

/// <summary>Turns a sample person into a person of the institute.</summary>
internal static class SamplePersonRecord
{
    public static Person Of(SamplePerson sample, IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, Subject> subjects)
    {
        Gender? gender = sample.Gender switch { SampleGender.Female => Gender.Female, SampleGender.Male => Gender.Male, _ => null };
        var person = new Person(new(sample.StaffNumber, sample.FamilyName, sample.GivenName, sample.LatinName, gender, sample.BornYear, sample.Email, sample.Phone));
        foreach (var e in sample.Employments)
            person.Employ(new(units[e.UnitKey].Id, e.From, e.To, e.SubjectCode is { } code ? subjects[code].Id : null, e.GradeBand, e.Load, e.Title));
        foreach (var a in sample.Appraisals)
            person.Appraise(a.Level, a.Category, subjectId: null, a.Since);
        foreach (var t in sample.TutorPositions)
            person.Appoint(subjects[t.SubjectCode].Id, t.Position, t.GroupName, t.From);
        return person;
    }
}
