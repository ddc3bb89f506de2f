using System.Runtime.CompilerServices;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>Imports and exports pairings of units. A row is about the pairing of the same units for the same subject whose time it overlaps; ended ones stay out.</summary>
internal sealed class PairingImporter(MentoringDbContext db, IOrganisation organisation, ITeaching teaching, IAccess access) : IImporter
{
    public string Name => "pairings";

    public string Title => "Pairings";

    public string Permission => MentoringPermissions.Pairings.Edit;

    public Task<IReadOnlyList<TableColumn>> Columns(CancellationToken cancel) => Task.FromResult(PairingColumns.All);

    public async IAsyncEnumerable<PlannedRow> Plan(IReadOnlyList<TypedRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var programmes = await db.Programmes.AsNoTracking().Include(p => p.Subjects).Where(p => p.State != ProgrammeState.Closed).ToListAsync(cancel);
        var stored = await db.Pairings.AsNoTracking().Include(p => p.Cadence).Where(p => p.State != PairingState.Ended).ToListAsync(cancel);
        var subjects = (await teaching.Subjects(cancel)).Values.ToList();
        var importing = new PairingImportPlan(programmes, stored, subjects, await organisation.Tree(cancel), await access.ScopeOf(Permission, cancel));
        foreach (var row in rows)
            yield return importing.Plan(row);
    }

    public async Task Apply(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var wanted = rows.Select(r => (ImportedPairing)r.Payload!).ToList();
        var ids = wanted.Select(w => w.StoredId).OfType<Guid>().ToArray();
        var stored = await db.Pairings.Include(p => p.Cadence).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var programmes = await db.Programmes.AsNoTracking().Include(p => p.Subjects).ToDictionaryAsync(p => p.Id, cancel);
        var tree = await organisation.Tree(cancel);
        foreach (var row in wanted)
            if (row.StoredId is { } id)
                row.ApplyTo(stored[id], programmes[row.ProgrammeId], tree);
            else
                db.Add(row.DrawUp(programmes[row.ProgrammeId], tree));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> Export([EnumeratorCancellation] CancellationToken cancel)
    {
        var (scope, tree, subjects) = (await access.ScopeOf(Permission, cancel), await organisation.Tree(cancel), await teaching.Subjects(cancel));
        var programmes = await db.Programmes.ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        foreach (var pairing in await db.Pairings.AsNoTracking().Where(p => p.State != PairingState.Ended).OrderBy(p => p.Id).ToListAsync(cancel))
            if (scope.Includes(pairing.HelpedId))
                yield return PairingImportPlan.Cells(pairing, programmes[pairing.ProgrammeId], tree, subjects.GetValueOrDefault(pairing.SubjectId ?? Guid.Empty)?.Code);
    }
}

/// <summary>A readable row about a pairing.</summary>
/// <param name="StoredId">The pairing it changes; null for a new one.</param>
internal sealed record ImportedPairing(Guid? StoredId, Guid ProgrammeId, PairingPlan Plan, DateOnly? AgreedOn)
{
    public Pairing DrawUp(Programme programme, OrganisationTree tree)
    {
        var isTwinning = tree.Find(Plan.HelpedId)?.Kind == UnitKind.School;
        var pairing = new Pairing(programme, Plan with { Cadence = isTwinning ? CadencePlan.Twinning : [] }, tree);
        if (AgreedOn is { } day)
            pairing.Agree(day);
        return pairing;
    }

    public void ApplyTo(Pairing pairing, Programme programme, OrganisationTree tree)
    {
        pairing.Change(programme, Plan, tree);
        if (AgreedOn is { } day)
            pairing.Agree(day);
    }
}
