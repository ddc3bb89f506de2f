using System.Runtime.CompilerServices;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>Imports and exports people. They are told apart by their staff number.</summary>
internal sealed class PersonImporter(InstitutesDbContext db, OrganisationStore organisation, PersonAccess people, IAccess access, TimeProvider clock) : IImporter
{
    private const int Batch = 500;

    public string Name => "people";

    public string Title => "People";

    public string Permission => InstitutesPermissions.People.Import;

    /// <summary>Without contact data for those who may not see them of everybody they import.</summary>
    public async Task<IReadOnlyList<TableColumn>> Columns(CancellationToken cancel) =>
        (await access.ScopeOf(InstitutesPermissions.People.Contact, cancel)).Covers(await access.ScopeOf(Permission, cancel)) ? PersonColumns.All : PersonColumns.WithoutContact;

    public async IAsyncEnumerable<PlannedRow> Plan(IReadOnlyList<TypedRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var scope = (await access.ScopeOf(Permission, cancel)).And(await access.ScopeOf(InstitutesPermissions.People.Edit, cancel));
        var known = await db.People.Select(p => new KnownPerson(p.Id, p.StaffNumber, p.Email)).ToListAsync(cancel);
        var plan = new PersonPlan(known, rows, await Columns(cancel), await References(cancel), scope, clock.Today());
        foreach (var batch in rows.Chunk(Batch))
        {
            var stored = await Load(db.People.AsNoTracking(), batch.Select(plan.IdOf), cancel);
            foreach (var row in batch)
                yield return plan.Plan(row, plan.IdOf(row) is { } id ? stored.GetValueOrDefault(id) : null);
        }
    }

    public async Task Apply(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var wanted = rows.Select(r => (ImportedPerson)r.Payload!).ToList();
        var stored = await Load(db.People, wanted.Select(w => w.StoredId), cancel);
        foreach (var row in wanted)
            if (row.StoredId is { } id)
                row.ApplyTo(stored[id], clock.Today());
            else
                db.Add(row.Create(clock.Today()));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> Export([EnumeratorCancellation] CancellationToken cancel)
    {
        var (columns, references) = (await Columns(cancel), await References(cancel));
        var ids = await (await people.Reached(Permission, cancel)).Where(p => p.ArchivedOn == null).OrderBy(p => p.StaffNumber).Select(p => p.Id).ToListAsync(cancel);
        foreach (var batch in ids.Chunk(Batch))
        {
            var stored = await Load(db.People.AsNoTracking(), batch.Select(id => (Guid?)id), cancel);
            foreach (var id in batch.Where(stored.ContainsKey))
                yield return stored[id].Cells(stored[id].WorkOn(clock.Today()), columns, references, clock.Today());
        }
    }

    private static Task<Dictionary<Guid, Person>> Load(IQueryable<Person> from, IEnumerable<Guid?> wanted, CancellationToken cancel)
    {
        var ids = wanted.OfType<Guid>().Distinct().ToArray();
        return from.Include(p => p.Employments).Include(p => p.Appraisals).Include(p => p.TutorAppointments).AsSplitQuery()
            .Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
    }

    private async Task<PersonReferences> References(CancellationToken cancel) =>
        new(await organisation.Fresh(cancel), await db.Subjects.AsNoTracking().ToListAsync(cancel));
}
