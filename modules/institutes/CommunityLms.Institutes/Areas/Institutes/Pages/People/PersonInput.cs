using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Web;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>What is asked about who a person is.</summary>
internal sealed class PersonInput : IVersionedInput
{
    [Required, StringLength(Lengths.Code), Display(Name = "Staff number")]
    public string StaffNumber { get; set; } = "";

    [Required, StringLength(Lengths.Code), Display(Name = "Family name")]
    public string FamilyName { get; set; } = "";

    [Required, StringLength(Lengths.Code), Display(Name = "Given name")]
    public string GivenName { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Transcription")]
    public string? LatinName { get; set; }

    [Display(Name = "Gender")]
    public Gender? Gender { get; set; }

    [Range(1920, 2020), Display(Name = "Year of birth")]
    public int? BirthYear { get; set; }

    [EmailAddress, StringLength(Lengths.Email), Display(Name = "E-mail")]
    public string? Email { get; set; }

    [StringLength(Lengths.Code), DataType(DataType.PhoneNumber), Display(Name = "Phone")]
    public string? Phone { get; set; }

    public Guid Stamp { get; set; }

    public PersonDetails Details() => new(StaffNumber, FamilyName, GivenName, LatinName, Gender, BirthYear, Email, Phone);

    public static PersonInput Of(PersonDetails details, Guid stamp) => new()
    {
        StaffNumber = details.StaffNumber, FamilyName = details.FamilyName, GivenName = details.GivenName, LatinName = details.LatinName,
        Gender = details.Gender, BirthYear = details.BirthYear, Email = details.Email, Phone = details.Phone, Stamp = stamp,
    };
}
