using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

/// <summary>What is asked about a unit.</summary>
internal sealed class UnitInput : IVersionedInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Latin name")]
    public string? LatinName { get; set; }

    [StringLength(Lengths.Code), Display(Name = "Code")]
    public string? Code { get; set; }

    [Display(Name = "Setting")]
    public UnitSetting? Setting { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Address")]
    public string? Address { get; set; }

    public Guid Stamp { get; set; }

    public UnitDetails Details() => new(Name, LatinName, Code, Setting, Address);

    public static UnitInput Of(StoredUnit unit) => new()
    {
        Name = unit.Details.Name, LatinName = unit.Details.LatinName, Code = unit.Details.Code, Setting = unit.Details.Setting, Address = unit.Details.Address, Stamp = unit.Stamp,
    };
}

/// <summary>A page with the fields of a unit.</summary>
internal interface IAsksForUnit
{
    UnitInput Input { get; }

    /// <summary>Null where it isn't chosen yet.</summary>
    UnitKind? Kind { get; }
}
