using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Web;
using Microsoft.AspNetCore.Http;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

internal sealed class NewSealInput
{
    [Required, Display(Name = "School or office")]
    public Guid? UnitId { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Words of the seal")]
    public string Name { get; set; } = "";

    [Display(Name = "Valid until")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "Image of the seal")]
    public IFormFile? File { get; set; }
}

internal sealed class SealInput : IVersionedInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Words of the seal")]
    public string Name { get; set; } = "";

    [Display(Name = "Valid until")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "New image")]
    public IFormFile? File { get; set; }

    public Guid Stamp { get; set; }
}

internal sealed class KeeperInput
{
    [Required, Display(Name = "Person")]
    public Guid? PersonId { get; set; }

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }
}
