using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Gives a seal other words or another image, or withdraws it.</summary>
internal sealed class ChangeSeal(InstitutesDbContext db, SealAccess seals, IFileStore files, TimeProvider clock) : IScopedDependency
{
    /// <param name="Image">A new image; null keeps the one it has.</param>
    /// <param name="ValidUntil">The last day; null for no end. A later one renews the seal.</param>
    /// <param name="Stamp">The version the person was looking at.</param>
    internal sealed record Input(Guid SealId, string Name, SealImage? Image, DateOnly? ValidUntil, Guid Stamp);

    public async Task Handle(Input input, CancellationToken cancel)
    {
        var seal = await seals.Load(input.SealId, cancel);
        seal.Limit(input.ValidUntil, clock.Today());
        seal.Change(input.Name, await files.Keep(input.Image, cancel));
        db.ExpectVersion(seal, input.Stamp);
        await db.SaveChangesAsync(cancel);
    }

    public async Task Withdraw(Guid sealId, Guid stamp, CancellationToken cancel)
    {
        var seal = await seals.Load(sealId, cancel);
        seal.Withdraw(clock.Today());
        db.ExpectVersion(seal, stamp);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Loads seals for a change.</summary>
internal sealed class SealAccess(InstitutesDbContext db, IAccess access) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such seal in this institute.</exception>
    /// <exception cref="AccessDenied">The signed-in person doesn't look after the seals of its unit.</exception>
    public async Task<Seal> Load(Guid sealId, CancellationToken cancel)
    {
        var seal = await db.Seals.Include(s => s.Keepers).SingleOrDefaultAsync(s => s.Id == sealId, cancel) ?? throw new RecordMissing("seal");
        await access.Require(InstitutesPermissions.Seals.Edit, seal.UnitId, cancel);
        return seal;
    }
}
