using System.Linq.Expressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>What a seal lacks before it can be used, or that it is over or withdrawn.</summary>
internal enum SealState { Ready, NoKeeper, UnitArchived, Expired, Withdrawn }

/// <summary>Which seals are asked for, and in which order.</summary>
/// <param name="Search">Words of the unit or of one above it, of the seal or of the name of one of today's keepers, as one types.</param>
/// <param name="UnitId">Only those of this unit and of the units below it; null for all.</param>
/// <param name="Withdrawn">Those that are withdrawn as well.</param>
/// <param name="BySeal">In the order of the seals' own words; otherwise of the units' names as the reader sees them.</param>
internal sealed record SealFilter(string? Search = null, Guid? UnitId = null, bool Withdrawn = false, bool BySeal = false, bool Descending = false);

/// <summary>A seal in the list.</summary>
/// <param name="Place">The units above it, nearest first, without the institute.</param>
internal sealed record SealRow(Guid Id, string Name, LocalName Unit, string Place, SealState State, bool HasImage, IReadOnlyList<PersonName> Keepers);

/// <summary>A seal with everybody who keeps or kept it.</summary>
/// <param name="Keepers">The newest first.</param>
/// <param name="MayEdit">Whether the reader looks after this seal.</param>
internal sealed record SealView(Guid Id, string Name, Guid UnitId, LocalName Unit, SealState State, Guid? ImageId, DateOnly? ValidUntil, DateOnly? WithdrawnOn, Guid Stamp, bool MayEdit, IReadOnlyList<KeeperView> Keepers);

/// <param name="Over">Keeps it no longer.</param>
internal sealed record KeeperView(Guid Id, Guid PersonId, PersonName Person, DateOnly From, DateOnly? To, bool Over);

/// <summary>Reads seals for those who may see them, and a seal's image for its keepers as well.</summary>
internal sealed class SealQueries(InstitutesDbContext db, ISeals seals, IAccess access, IOrganisation organisation, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const int MostWords = 5;

    public async Task<Page<SealRow>> List(SealFilter filter, PageRequest page, CancellationToken cancel)
    {
        var (tree, today) = (await organisation.Tree(cancel), clock.Today());
        var visible = db.Seals.Within(await access.ScopeOf(InstitutesPermissions.Seals.View, cancel), s => s.UnitId);
        Expression<Func<SealOfUnit, string>> key = filter.BySeal ? s => s.Seal.Name : Languages.IsChinese ? s => s.Unit.Name : s => s.Unit.LatinName ?? s.Unit.Name;
        var found = await Narrow(visible, filter, tree, today).Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new SealOfUnit { Seal = s, Unit = u }).AsSingleQuery().ToPage(key, s => s.Seal.Id, s => new
        {
            s.Seal.Id, s.Seal.Name, s.Seal.UnitId, s.Seal.ImageId, s.Seal.WithdrawnOn, s.Seal.ValidUntil,
            Keepers = s.Seal.Keepers.Where(k => k.From <= today && (k.To == null || k.To >= today))
                .Join(db.People.Where(p => p.ArchivedOn == null), k => k.PersonId, p => p.Id, (k, p) => new { p.FamilyName, p.GivenName, p.LatinName }).ToList(),
        }, page, cancel, filter.Descending);
        return new([.. found.Items.Select(s => (Seal: s, Unit: tree.Find(s.UnitId)!))
            .Select(s => new SealRow(s.Seal.Id, s.Seal.Name, s.Unit.Name, tree.PlaceOf(s.Unit.Id), StateOf(s.Seal.WithdrawnOn, s.Seal.ValidUntil < today, s.Unit, s.Seal.Keepers.Count), s.Seal.ImageId is not null,
                [.. s.Seal.Keepers.Select(k => new PersonName(k.FamilyName, k.GivenName, k.LatinName))]))], found.Next);
    }

    /// <exception cref="RecordMissing">There is no such seal within reach.</exception>
    public async Task<SealView> Find(Guid sealId, CancellationToken cancel)
    {
        var row = await db.Seals.Within(await access.ScopeOf(InstitutesPermissions.Seals.View, cancel), s => s.UnitId).Where(s => s.Id == sealId).Select(s => new
        {
            s.Id, s.Name, s.UnitId, s.ImageId, s.WithdrawnOn, s.ValidUntil, s.ConcurrencyStamp,
            Keepers = s.Keepers.Join(db.People, k => k.PersonId, p => p.Id, (k, p) => new { k.Id, k.PersonId, k.From, k.To, p.FamilyName, p.GivenName, p.LatinName, Left = p.ArchivedOn != null }).ToList(),
        }).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("seal");
        var (unit, today) = ((await organisation.Tree(cancel)).Find(row.UnitId)!, clock.Today());
        return new(row.Id, row.Name, row.UnitId, unit.Name, StateOf(row.WithdrawnOn, row.ValidUntil < today, unit, row.Keepers.Count(k => !k.Left && k.From <= today && (k.To == null || k.To >= today))), row.ImageId, row.ValidUntil, row.WithdrawnOn, row.ConcurrencyStamp,
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

    private IQueryable<Seal> Narrow(IQueryable<Seal> rows, SealFilter filter, OrganisationTree tree, DateOnly today)
    {
        if (!filter.Withdrawn)
            rows = rows.Where(s => s.WithdrawnOn == null);
        if (filter.UnitId is { } top)
        {
            var units = tree.SubtreeOf(top).Select(u => u.Id).ToArray();
            rows = rows.Where(s => units.Contains(s.UnitId));
        }
        // A seal's own words are engraved: they are looked for as typed, letter by letter.
        foreach (var typed in (filter.Search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var word = PersonSearch.Fold(typed);
            var units = tree.All.Where(u => PersonSearch.Matches(u.Name, word)).SelectMany(u => tree.SubtreeOf(u.Id)).Select(u => u.Id).Distinct().ToArray();
            rows = rows.Where(s => units.Contains(s.UnitId) || s.Name.Contains(typed)
                || s.Keepers.Any(k => k.From <= today && (k.To == null || k.To >= today) && db.People.Any(p => p.Id == k.PersonId && p.ArchivedOn == null && p.SearchText.Contains(word))));
        }
        return rows;
    }

    private static SealState StateOf(DateOnly? withdrawnOn, bool isOver, UnitInfo unit, int keepers) =>
        withdrawnOn is not null ? SealState.Withdrawn : isOver ? SealState.Expired : unit.IsArchived ? SealState.UnitArchived : keepers == 0 ? SealState.NoKeeper : SealState.Ready;

    private sealed class SealOfUnit
    {
        public Seal Seal { get; init; } = null!;

        public Unit Unit { get; init; } = null!;
    }
}
