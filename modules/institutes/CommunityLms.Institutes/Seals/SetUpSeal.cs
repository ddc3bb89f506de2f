using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Sets up the seal of a school or office, of which each has one at a time.</summary>
internal sealed class SetUpSeal(InstitutesDbContext db, IAccess access, IOrganisation organisation, IFileStore files, TimeProvider clock) : IScopedDependency
{
    /// <param name="Image">Its image, if there is one yet.</param>
    /// <param name="ValidUntil">The last day; null for no end.</param>
    internal sealed record Input(Guid UnitId, string Name, SealImage? Image, DateOnly? ValidUntil = null);

    /// <returns>The seal's id.</returns>
    public async Task<Guid> Handle(Input input, CancellationToken cancel)
    {
        var unit = (await organisation.Tree(cancel)).Find(input.UnitId) ?? throw new RecordMissing("unit");
        await access.Require(InstitutesPermissions.Seals.Edit, unit.Id, cancel);
        if (unit.IsArchived)
            throw new RuleBroken(SealRules.UnitArchived, unit.Name);
        if (await db.Seals.AnyAsync(s => s.UnitId == unit.Id && s.WithdrawnOn == null, cancel))
            throw new RuleBroken(SealRules.OneSealAUnit, unit.Name);
        var seal = new Seal(unit.Id, unit.Kind, input.Name);
        seal.Limit(input.ValidUntil, clock.Today());
        seal.Change(input.Name, await files.Keep(input.Image, cancel));
        db.Add(seal);
        await db.SaveChangesAsync(cancel);
        return seal.Id;
    }
}

/// <summary>An image as it arrives.</summary>
internal sealed record SealImage(Stream Content, string FileName);

internal static class SealImages
{
    /// <exception cref="RuleBroken">It isn't a PNG, JPEG or WebP picture, or is too large.</exception>
    public static async Task<Guid?> Keep(this IFileStore files, SealImage? image, CancellationToken cancel) =>
        image is null ? null : (await files.Save(image.Content, image.FileName, FilePolicy.Images, cancel)).Id;

    /// <summary>The uploaded file as the use cases take it; the request closes its stream.</summary>
    public static SealImage? AsSealImage(this IFormFile? file) => file is null ? null : new(file.OpenReadStream(), file.FileName);
}
