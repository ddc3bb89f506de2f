using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>A subject as the institute lists it; <c>LatinName</c> is the English name.</summary>
internal sealed record SampleSubject(string Code, string Name, string LatinName);

/// <summary>A unit of the sample. A parent always stands before its children in <see cref="SampleCity.Units"/>.</summary>
/// <param name="Key">Path of the unit, the same for every seed: <c>conghua/taiping-town-central/english</c>.</param>
/// <param name="ParentKey">Key of the unit above; null for the institute only.</param>
/// <param name="Setting">Null where the unit has no place of its own: the institute, its sections, departments.</param>
internal sealed record SampleUnit(
    string Key, string? ParentKey, UnitKind Kind, UnitSetting? Setting, string Code, string Name, string LatinName, string? Address, DateOnly Since);

internal enum SampleGender { Female, Male }

/// <summary>A person of the sample with everything that is known of the career.</summary>
/// <param name="Key">The account's name for those who have one (<see cref="SampleAccounts"/>), otherwise made from the staff number.</param>
/// <param name="LatinName">Family name first, in pinyin: "Chen Xiaolan".</param>
/// <param name="Employments">Oldest first; a second subject taught at the same time follows the main one.</param>
/// <param name="Appraisals">Oldest first.</param>
internal sealed record SamplePerson(
    string Key, string StaffNumber, string FamilyName, string GivenName, string LatinName, SampleGender? Gender, int? BornYear, string Email, string Phone,
    IReadOnlyList<SampleEmployment> Employments, IReadOnlyList<SampleAppraisal> Appraisals, IReadOnlyList<SampleTutorPosition> TutorPositions);

/// <summary>A post held in a unit. <c>To</c> is the last day of it, null while it lasts.</summary>
internal sealed record SampleEmployment(
    string UnitKey, string? SubjectCode, GradeBand? GradeBand, EmploymentLoad Load, string Title, DateOnly From, DateOnly? To);

internal sealed record SampleAppraisal(BackboneLevel Level, BackboneCategory Category, DateOnly Since);

/// <summary>A place in a subject's tutor network; the section itself belongs to no group.</summary>
internal sealed record SampleTutorPosition(string SubjectCode, TutorPosition Position, DateOnly From, string? GroupName);
