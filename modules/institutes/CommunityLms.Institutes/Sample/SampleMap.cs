using System.Globalization;
using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>Where a subject is taught or looked after: a department, or the school itself where it has none.</summary>
internal sealed record SampleTeaching(SampleSubject Subject, SampleUnit Unit);

internal sealed record SampleSchool(SampleUnit Unit, SampleSchoolPlan Plan, string? TutorGroup, IReadOnlyList<SampleTeaching> Teaching);

internal sealed record SampleDistrict(SampleUnit Unit, IReadOnlyList<SampleSchool> Schools);

/// <summary>The units of a plan, each with its key, code, address and founding day.</summary>
internal sealed class SampleMap
{
    private readonly List<SampleUnit> _units = [];
    private readonly SamplePlan _plan;
    private readonly SampleYears _years;
    private readonly int _seed;

    public SampleMap(SamplePlan plan, int seed, SampleYears years)
    {
        (_plan, _seed, _years) = (plan, seed, years);
        Institute = Add(new(plan.Key, null, UnitKind.Institute, null, plan.CodePrefix, plan.Name, plan.LatinName, $"{plan.Place}示例大道1号", years.Start(60)));
        Office = plan.HasSections ? Add(Below(Institute, "office", "OFF", "办公室", "Office")) : Institute;
        Sections = [.. plan.Subjects.Select(subject => new SampleTeaching(subject, plan.HasSections ? Section(subject) : Institute))];
        Districts = [.. plan.Districts.Select(District)];
        TaughtAt = Districts.SelectMany(district => district.Schools).SelectMany(school => school.Teaching).ToLookup(teaching => teaching.Subject.Code);
    }

    public SampleUnit Institute { get; }

    public SampleUnit Office { get; }

    public IReadOnlyList<SampleTeaching> Sections { get; }

    public IReadOnlyList<SampleDistrict> Districts { get; }

    /// <summary>By code of subject, every place in a school where it is taught.</summary>
    public ILookup<string, SampleTeaching> TaughtAt { get; }

    public IReadOnlyList<SampleUnit> Units => _units;

    private SampleUnit Section(SampleSubject subject) =>
        Add(Below(Institute, Slug(subject.LatinName), subject.Code, $"{subject.Name}教研科", $"{subject.LatinName} Section"));

    private SampleDistrict District(SampleDistrictPlan plan, int index)
    {
        var unit = Add(new(
            Slug(plan.LatinName.Replace(" District", "", StringComparison.Ordinal)), Institute.Key, plan.Kind, plan.Setting, Code(_plan.CodePrefix, "D", index),
            plan.Name, plan.LatinName, $"{_plan.Place}{plan.Name}示例路1号", _years.Start(60)));
        return new(unit, [.. plan.Schools.Select((school, number) => School(unit, plan, school, number))]);
    }

    private SampleSchool School(SampleUnit district, SampleDistrictPlan districtPlan, SampleSchoolPlan plan, int index)
    {
        var key = $"{district.Key}/{Slug(plan.LatinName)}";
        var random = new SampleRandom(_seed, $"founding of {key}");
        var unit = Add(new(
            key, district.Key, UnitKind.School, plan.Setting, Code(district.Code, "S", index), $"{plan.Name}小学", $"{plan.LatinName} Primary School",
            string.Create(CultureInfo.InvariantCulture, $"{_plan.Place}{district.Name}示例路{(index * 2) + 2}号"), _years.Start(random.Between(35, 75))));
        var teaching = SampleSubjects.Of(plan.Subjects).Select(subject => new SampleTeaching(subject, plan.HasDepartments ? Department(unit, subject) : unit));
        return new(unit, plan, districtPlan.TutorGroup, [.. teaching]);
    }

    private SampleUnit Department(SampleUnit school, SampleSubject subject) =>
        Add(Below(school, Slug(subject.LatinName), subject.Code, $"{subject.Name}科组", $"{subject.LatinName} Department"));

    private SampleUnit Add(SampleUnit unit)
    {
        _units.Add(unit);
        return unit;
    }

    private static SampleUnit Below(SampleUnit parent, string slug, string code, string name, string latinName) =>
        new($"{parent.Key}/{slug}", parent.Key, UnitKind.Department, null, $"{parent.Code}-{code}", name, latinName, null, parent.Since);

    private static string Code(string prefix, string letter, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{letter}{index + 1:00}");

    private static string Slug(string latinName) =>
        string.Concat(latinName.Where(letter => char.IsLetterOrDigit(letter) || letter == ' ').Select(letter => letter == ' ' ? '-' : char.ToLowerInvariant(letter)));
}
