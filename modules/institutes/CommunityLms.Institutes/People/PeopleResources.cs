using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;

namespace CommunityLms.Institutes.People;

/// <summary>Who a person is, as the API takes it.</summary>
internal sealed record PersonBody(
    [property: Required, StringLength(Lengths.Code)] string StaffNumber,
    [property: Required, StringLength(Lengths.Code)] string FamilyName,
    [property: Required, StringLength(Lengths.Code)] string GivenName,
    [property: StringLength(Lengths.Name)] string? LatinName = null,
    Gender? Gender = null,
    [property: Range(1920, 2020)] int? BirthYear = null,
    [property: EmailAddress, StringLength(Lengths.Email)] string? Email = null,
    [property: StringLength(Lengths.Code)] string? Phone = null)
{
    public PersonDetails ToDetails() => new(StaffNumber, FamilyName, GivenName, LatinName, Gender, BirthYear, Email, Phone);
}

/// <summary>A person to be added, with the work without which nobody's school could see them.</summary>
internal sealed record NewPerson(PersonBody Person, EmploymentTerms Work);

/// <param name="On">The last day.</param>
internal sealed record LastDay(DateOnly On);

/// <summary>Where work goes on.</summary>
/// <param name="On">The first day there.</param>
internal sealed record WorkPlace(Guid UnitId, DateOnly On);

/// <summary>An appraisal as backbone teacher.</summary>
internal sealed record NewAppraisal(BackboneLevel Level, BackboneCategory Category, DateOnly Since, Guid? SubjectId = null);

/// <summary>A place in the tutor network of a subject.</summary>
internal sealed record NewAppointment(Guid SubjectId, TutorPosition Position, DateOnly From, [property: StringLength(Lengths.Name)] string? GroupName = null);
