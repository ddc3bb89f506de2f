using System.Runtime.CompilerServices;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Imports and exports the organisation tree. Units are told apart by their code; rows may stand in any order.</summary>
internal sealed class UnitImporter(InstitutesDbContext db, OrganisationStore organisation, IAccess access, TimeProvider clock) : IImporter
{
    public string Name => "units";

    public string Title => "Units";

    public string Permission => InstitutesPermissions.People.Import;

    public Task<IReadOnlyList<TableColumn>> Columns(CancellationToken cancel) => Task.FromResult(UnitColumns.All);

    public async IAsyncEnumerable<PlannedRow> Plan(IReadOnlyList<TypedRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var scope = (await access.ScopeOf(Permission, cancel)).And(await access.ScopeOf(InstitutesPermissions.Units.Edit, cancel));
        var stored = await db.Units.AsNoTracking().ToListAsync(cancel);
        foreach (var row in new UnitPlan(stored, rows, await organisation.Fresh(cancel), scope, clock.Today()).Plan(rows))
            yield return row;
    }

    public async Task Apply(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var units = rows.Select(r => (ImportedUnit)r.Payload!).ToList();
        var keys = units.SelectMany(u => new[] { u.Key, u.ParentKey }).OfType<string>().Distinct().ToArray();
        var known = await db.Units.Where(u => keys.Contains(u.CodeKey) || u.ParentId == null).ToDictionaryAsync(u => u.CodeKey, cancel);
        var root = known.Values.First(u => u.ParentId is null);
        var tree = await organisation.Fresh(cancel);
        foreach (var unit in units)
        {
            var parent = unit.ParentKey is { } key ? known[key] : root;
            if (known.TryGetValue(unit.Key, out var stored))
                unit.ApplyTo(stored, parent, tree, clock.Today());
            else
                db.Add(known[unit.Key] = unit.Found(parent, clock.Today()));
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>From the institute down, every unit after the one above it. An institute without code is left out: nothing could find it again.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> Export([EnumeratorCancellation] CancellationToken cancel)
    {
        var scope = await access.ScopeOf(Permission, cancel);
        var tree = await organisation.Tree(cancel);
        var units = await db.Units.AsNoTracking().Where(u => u.ArchivedOn == null).ToDictionaryAsync(u => u.Id, cancel);
        foreach (var place in tree.Root is { } root ? tree.SubtreeOf(root.Id).Where(u => scope.Includes(u.Id)) : [])
            if (units.TryGetValue(place.Id, out var unit) && (unit.ParentId is not null || unit.Code is not null))
                yield return UnitColumns.Cells(unit, unit.ParentId is { } parent ? tree.Find(parent)?.Code : null);
    }
}
