using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Registry.Contracts;
using CommunityLms.Registry.Data;

namespace CommunityLms.Registry.Dossiers;

/// <summary>Adds one for the whole institute.</summary>
internal sealed class AddDossier(RegistryDbContext db, IAccess access) : IScopedDependency
{
    /// <exception cref="Kernel.Domain.AccessDenied">The person may not add any.</exception>
    public async Task Handle(AddDossierInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(RegistryPermissions.Dossiers.Edit, cancel);
        db.Dossiers.Add(new(input.Title));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What the form asks for.</summary>
internal sealed record AddDossierInput
{
    [Required, StringLength(Dossier.TitleLength), Display(Name = "Title")]
    public string Title { get; set; } = "";
}
