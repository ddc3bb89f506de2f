using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Loads units for a change, after asking whether the person may change them.</summary>
internal sealed class EditableUnits(InstitutesDbContext db, IAccess access) : IScopedDependency
{
    /// <exception cref="RecordMissing">The institute has no such unit.</exception>
    /// <exception cref="AccessDenied">The person may not change it.</exception>
    public async Task<Unit> Load(Guid id, CancellationToken cancel)
    {
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Id == id, cancel) ?? throw new RecordMissing("unit");
        await access.Require(InstitutesPermissions.Units.Edit, id, cancel);
        return unit;
    }

    /// <param name="stamp">The version the person was looking at; a save on another one throws <see cref="ChangedMeanwhile"/>.</param>
    public async Task<Unit> Load(Guid id, Guid stamp, CancellationToken cancel)
    {
        var unit = await Load(id, cancel);
        db.ExpectVersion(unit, stamp);
        return unit;
    }

    /// <exception cref="RuleBroken">Another unit, active or archived, has this unit's code.</exception>
    public async Task EnsureCodeIsFree(Unit unit, CancellationToken cancel)
    {
        if (await db.Units.AnyAsync(u => u.CodeKey == unit.CodeKey && u.Id != unit.Id, cancel))
            throw new RuleBroken(UnitRules.CodeTaken, unit.Code);
    }
}
