using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>What an institute of the sample consists of, before units and people are made of it.</summary>
/// <param name="Key">Key of the institute's unit.</param>
/// <param name="CodePrefix">Begins the code of every unit, so that no two institutes share one.</param>
/// <param name="StaffPrefix">Begins every staff number, for the same reason.</param>
/// <param name="PhonePrefix">Begins every telephone number; area 000 exists nowhere.</param>
/// <param name="Place">The city or province that addresses begin with.</param>
/// <param name="HasSections">Whether an office and a section for each subject are units of their own, as in a city.</param>
/// <param name="Accounts">The people who hold the sample accounts.</param>
/// <param name="Namesakes">Names given out before any other is made up.</param>
internal sealed record SamplePlan(
    string Key, string Name, string LatinName, string CodePrefix, string StaffPrefix, string PhonePrefix, string Place, bool HasSections,
    IReadOnlyList<SampleSubject> Subjects, IReadOnlyList<SampleDistrictPlan> Districts,
    IReadOnlyList<SampleAccount> Accounts, IReadOnlyList<SampleName> Namesakes);

/// <param name="TutorGroup">The group its tutors belong to; null where the district gives none.</param>
internal sealed record SampleDistrictPlan(
    string Name, string LatinName, UnitKind Kind, UnitSetting Setting, string? TutorGroup, IReadOnlyList<SampleSchoolPlan> Schools);

/// <param name="Name">The name without "小学".</param>
/// <param name="LatinName">The name without "Primary School".</param>
/// <param name="Subjects">A letter for each subject (<see cref="SampleSubjects"/>), the strongest first.</param>
/// <param name="Teachers">Experienced teachers, one for each department at least; principals are not counted.</param>
/// <param name="New">Teachers in their first three years.</param>
/// <param name="Tutors">How many of the staff are tutors: the first of each department, then vice-principal, principal and teachers.</param>
/// <param name="Leads">Whether its heads of departments lead the district's tutor groups.</param>
internal sealed record SampleSchoolPlan(
    string Name, string LatinName, UnitSetting Setting, string Subjects, int Teachers, int New = 0, int Tutors = 0, bool Leads = false)
{
    /// <summary>A village school is too small for subject groups.</summary>
    public bool HasDepartments => Setting != UnitSetting.Village;

    /// <summary>A school without all five departments is too small to name a head for each.</summary>
    public bool HasSubjectHeads => Subjects.Length >= 5;

    public bool HasVicePrincipal => Teachers + New >= 7;

    public int Staff => 1 + (HasVicePrincipal ? 1 : 0) + Teachers + New;
}
