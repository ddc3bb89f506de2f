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
    /// <summary>
    /// Takes the turns of these people. Do it before looking what contracts they have, and save by <c>SaveOnLatest</c> with new rows: the first turn
    /// of a person is one, and two of them clash by the unique index.
    /// </summary>
    public static async Task TakeTurns(this MentoringDbContext db, Guid subjectId, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var known = await db.PairingTurns.Where(t => t.SubjectId == subjectId && personIds.Contains(t.PersonId)).ToListAsync(cancel);
        known.AddRange(personIds.Except(known.Select(t => t.PersonId)).Select(p => db.Add(new PairingTurn(p, subjectId)).Entity));
        known.ForEach(t => t.Take());
    }
}
