using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>
/// Makes those who pair the same person in the same subject come one after the other: each new contract takes a turn of both its people, and of two
/// savers who took the same turn the second begins anew and sees the first one's contract. "One current mentor" can't be said by a unique index,
/// since contracts may follow each other in time.
/// </summary>
[NotAudited]
internal sealed class PairingTurn : Aggregate
{
    private PairingTurn() { }

    public PairingTurn(Guid personId, Guid subjectId) => (PersonId, SubjectId) = (personId, subjectId);

    public Guid PersonId { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>How many were taken; a number that changes makes the row one that is saved.</summary>
    public int Taken { get; private set; }

    public void Take() => Taken++;
}

internal sealed class PairingTurnMapping : IEntityTypeConfiguration<PairingTurn>
{
    public void Configure(EntityTypeBuilder<PairingTurn> builder) => builder.HasIndex(t => new { t.TenantId, t.SubjectId, t.PersonId }).IsUnique();
}

internal static class PairingTurns
{
    private const int Tries = 8;

    /// <summary>Takes the turns of these people. Do it before looking what contracts they have.</summary>
    public static async Task TakeTurns(this MentoringDbContext db, Guid subjectId, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var known = await db.PairingTurns.Where(t => t.SubjectId == subjectId && personIds.Contains(t.PersonId)).ToListAsync(cancel);
        known.AddRange(personIds.Except(known.Select(t => t.PersonId)).Select(p => db.Add(new PairingTurn(p, subjectId)).Entity));
        known.ForEach(t => t.Take());
    }

    /// <summary>Does the work and saves; where another took a turn first, all of it anew on what that one left.</summary>
    /// <param name="work">Loads what it needs anew each time, and doesn't save.</param>
    public static async Task SaveInTurn(this MentoringDbContext db, Func<Task> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                await db.SaveChangesAsync(cancel);
                return;
            }
            // The first turn of a person is a new row: two of them clash by the unique index, not by the stamp.
            catch (Exception clash) when (attempt < Tries && clash is ChangedMeanwhile or DbUpdateException)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
