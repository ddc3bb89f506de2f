using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>What a seal lacks before it can be used, or that it is withdrawn.</summary>
internal enum SealState { Ready, NoKeeper, UnitArchived, Withdrawn }

/// <summary>A seal in the list.</summary>
/// <param name="Place">The units above it, nearest first, without the institute.</param>
internal sealed record SealRow(Guid Id, string Name, LocalName Unit, string Place, SealState State, bool HasImage, IReadOnlyList<PersonName> Keepers);

/// <summary>A seal with everybody who keeps or kept it.</summary>
/// <param name="Keepers">The newest first.</param>
/// <param name="MayEdit">Whether the reader looks after this seal.</param>
internal sealed record SealView(Guid Id, string Name, Guid UnitId, LocalName Unit, SealState State, Guid? ImageId, DateOnly? WithdrawnOn, Guid Stamp, bool MayEdit, IReadOnlyList<KeeperView> Keepers);

/// <param name="Over">Keeps it no longer.</param>
internal sealed record KeeperView(Guid Id, Guid PersonId, PersonName Person, DateOnly From, DateOnly? To, bool Over);

/// <summary>Reads seals for those who may see them, and a seal's image for its keepers as well.</summary>
internal sealed class SealQueries(InstitutesDbContext db, ISeals seals, IAccess access, IOrganisation organisation, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <param name="unitId">Only those of this unit and of the units below it; null for all.</param>
    public async Task<IReadOnlyList<SealRow>> List(Guid? unitId, bool withdrawn, CancellationToken cancel)
    {
        var (tree, today) = (await organisation.Tree(cancel), clock.Today());
        var visible = db.Seals.Within(await access.ScopeOf(InstitutesPermissions.Seals.View, cancel), s => s.UnitId).Where(s => withdrawn || s.WithdrawnOn == null);
        if (unitId is { } top)
        {
            var units = tree.SubtreeOf(top).Select(u => u.Id).ToArray();
            visible = visible.Where(s => units.Contains(s.UnitId));
        }
        var rows = await visible.Select(s => new
        {
            s.Id, s.Name, s.UnitId, s.ImageId, s.WithdrawnOn,
            Keepers = s.Keepers.Where(k => k.From <= today && (k.To == null || k.To >= today))
                .Join(db.People.Where(p => p.ArchivedOn == null), k => k.PersonId, p => p.Id, (k, p) => new { p.FamilyName, p.GivenName, p.LatinName }).ToList(),
        }).ToListAsync(cancel);
        return [.. rows.Select(s => (Seal: s, Unit: tree.Find(s.UnitId)!)).OrderBy(s => s.Unit.Kind).ThenBy(s => s.Unit.Name.ToString(), StringComparer.CurrentCulture)
            .Select(s => new SealRow(s.Seal.Id, s.Seal.Name, s.Unit.Name, tree.PlaceOf(s.Unit.Id), StateOf(s.Seal.WithdrawnOn, s.Unit, s.Seal.Keepers.Count), s.Seal.ImageId is not null,
                [.. s.Seal.Keepers.Select(k => new PersonName(k.FamilyName, k.GivenName, k.LatinName))]))];
    }

    /// <exception cref="RecordMissing">There is no such seal within reach.</exception>
    public async Task<SealView> Find(Guid sealId, CancellationToken cancel)
    {
        var row = await db.Seals.Within(await access.ScopeOf(InstitutesPermissions.Seals.View, cancel), s => s.UnitId).Where(s => s.Id == sealId).Select(s => new
        {
            s.Id, s.Name, s.UnitId, s.ImageId, s.WithdrawnOn, s.ConcurrencyStamp,
            Keepers = s.Keepers.Join(db.People, k => k.PersonId, p => p.Id, (k, p) => new { k.Id, k.PersonId, k.From, k.To, p.FamilyName, p.GivenName, p.LatinName, Left = p.ArchivedOn != null }).ToList(),
        }).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("seal");
        var (unit, today) = ((await organisation.Tree(cancel)).Find(row.UnitId)!, clock.Today());
        return new(row.Id, row.Name, row.UnitId, unit.Name, StateOf(row.WithdrawnOn, unit, row.Keepers.Count(k => !k.Left && k.From <= today && (k.To == null || k.To >= today))), row.ImageId, row.WithdrawnOn, row.ConcurrencyStamp,
            MayEdit: row.WithdrawnOn is null && await access.May(InstitutesPermissions.Seals.Edit, row.UnitId, cancel),
            [.. row.Keepers.OrderByDescending(k => k.From).ThenByDescending(k => k.Id).Select(k => new KeeperView(k.Id, k.PersonId, new(k.FamilyName, k.GivenName, k.LatinName), k.From, k.To, k.To < today))]);
    }

    /// <summary>The seal whose image the signed-in person may see: one within reach, or one they keep today.</summary>
    /// <exception cref="RecordMissing">There is no such seal, or it has no image.</exception>
    public async Task<Guid> ImageOf(Guid sealId, CancellationToken cancel)
    {
        if (await seals.Find(sealId, cancel) is not { ImageId: { } image } seal)
            throw new RecordMissing("image");
        var visible = await access.May(InstitutesPermissions.Seals.View, seal.UnitId, cancel)
            || (user.Actor is { PersonId: { } person, TokenScope: null } && await seals.UsableBy(person, seal.UnitId, cancel) is { } kept && kept.Id == sealId);
        return visible ? image : throw new RecordMissing("image");
    }

    private static SealState StateOf(DateOnly? withdrawnOn, UnitInfo unit, int keepers) =>
        withdrawnOn is not null ? SealState.Withdrawn : unit.IsArchived ? SealState.UnitArchived : keepers == 0 ? SealState.NoKeeper : SealState.Ready;
}
