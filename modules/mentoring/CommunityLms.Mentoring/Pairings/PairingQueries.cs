using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>A pairing in a list.</summary>
/// <param name="HelpingPlace">The units above it, for names that repeat.</param>
/// <param name="Subject">Null where it is about all subjects.</param>
internal sealed record PairingRow(Guid Id, PairingLevel Level, string Helping, string HelpingPlace, string Helped, string HelpedPlace, bool IsOwnCentre, LocalName? Subject, DateOnly From, DateOnly To, PairingState State, string Programme);

/// <summary>A pairing with the names of what it refers to.</summary>
/// <param name="Subject">Null where it is about all subjects.</param>
internal sealed record PairingView(Pairing Pairing, string Programme, Listed Helping, Listed Helped, LocalName? Subject);

/// <summary>Which pairings are asked for.</summary>
internal sealed record PairingFilter(Guid? ProgrammeId = null, PairingLevel? Level = null, PairingState? State = null);

internal sealed class PairingQueries(MentoringDbContext db, IAccess access, IOrganisation organisation, IDirectory directory, ITeaching teaching) : IScopedDependency
{
    /// <summary>Those in which a unit of the reader's helps or is helped, the newest first.</summary>
    public async Task<Page<PairingRow>> All(PairingFilter filter, PageRequest page, CancellationToken cancel)
    {
        var pairings = await Seen(cancel);
        if (filter.ProgrammeId is { } programme)
            pairings = pairings.Where(p => p.ProgrammeId == programme);
        if (filter.Level is { } level)
            pairings = pairings.Where(p => p.Level == level);
        if (filter.State is { } state)
            pairings = pairings.Where(p => p.State == state);
        var found = await pairings.ToPage(p => p.Id, p => p.Id, page, cancel, descending: true);
        var (tree, subjects) = (await organisation.Tree(cancel), await teaching.Subjects(cancel));
        var programmes = await db.Programmes.ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return new([.. found.Items.Select(p => new PairingRow(p.Id, p.Level, PairingWords.NameOf(p.HelpingId, tree), tree.PlaceOf(p.HelpingId), PairingWords.NameOf(p.HelpedId, tree), tree.PlaceOf(p.HelpedId), p.IsOwnCentre,
            p.SubjectId is { } subject ? subjects.GetValueOrDefault(subject)?.Name : null, p.From, p.To, p.State, programmes[p.ProgrammeId]))], found.Next);
    }

    /// <exception cref="RecordMissing">There is no such pairing for whoever is signed in.</exception>
    public async Task<Pairing> Find(Guid id, CancellationToken cancel) =>
        await (await Seen(cancel)).Include(p => p.Cadence).SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("pairing");

    /// <exception cref="RecordMissing">There is no such pairing for whoever is signed in.</exception>
    public async Task<PairingView> Show(Guid id, CancellationToken cancel)
    {
        var pairing = await Find(id, cancel);
        var (units, tree) = (await directory.Find([pairing.HelpingId, pairing.HelpedId], cancel), await organisation.Tree(cancel));
        return new(pairing, await db.Programmes.Where(p => p.Id == pairing.ProgrammeId).Select(p => p.Name).SingleAsync(cancel), Named(pairing.HelpingId), Named(pairing.HelpedId),
            pairing.SubjectId is { } subject ? (await teaching.Subjects(cancel)).GetValueOrDefault(subject)?.Name : null);

        Listed Named(Guid unit) => new(unit, PairingWords.NameOf(unit, tree), units.GetValueOrDefault(unit)?.Hint);
    }

    /// <summary>Pairings of units that the reader sees, not to be changed.</summary>
    public async Task<IQueryable<Pairing>> Seen(CancellationToken cancel)
    {
        var scope = await access.ScopeOf(MentoringPermissions.Pairings.View, cancel);
        var units = scope.UnitIds.ToArray();
        return scope.Everything ? db.Pairings.AsNoTracking() : db.Pairings.AsNoTracking().Where(p => units.Contains(p.HelpedId) || units.Contains(p.HelpingId));
    }
}
