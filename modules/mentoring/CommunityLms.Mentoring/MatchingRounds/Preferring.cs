using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>What people of a pool do while the round asks: say whom of the other side they would like.</summary>
internal sealed class Preferring(MentoringDbContext db, ICurrentUser user) : IScopedDependency
{
    /// <summary>The round and whoever is signed in as one of its pool.</summary>
    /// <exception cref="RecordMissing">They don't take part in it.</exception>
    public async Task<(MatchingRound Round, PoolMember Me)> Find(Guid roundId, CancellationToken cancel)
    {
        if (user.Actor?.PersonId is not { } me || await db.PoolMembers.SingleOrDefaultAsync(m => m.RoundId == roundId && m.PersonId == me, cancel) is not { TakesPart: true } member)
            throw new RecordMissing("matching");
        return (await db.LoadRound(roundId, cancel), member);
    }

    /// <summary>The people of the other side who take part.</summary>
    public Task<List<Guid>> Others(PoolMember member, CancellationToken cancel)
    {
        var other = member.Side == Side.Mentor ? Side.Trainee : Side.Mentor;
        return db.PoolMembers.Where(m => m.RoundId == member.RoundId && m.Side == other && m.Hurdle == null && !m.IsLeftOut).Select(m => m.PersonId).ToListAsync(cancel);
    }

    /// <param name="choices">The most liked first.</param>
    /// <exception cref="RuleBroken">The round doesn't ask, or a choice doesn't fit.</exception>
    public Task Prefer(Guid roundId, IReadOnlyList<Guid> choices, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var (round, me) = await Find(roundId, cancel);
        round.EnsureAsks();
        me.Prefer(choices, (await Others(me, cancel)).ToHashSet());
    }, cancel);

    /// <summary>Rounds that ask whoever is signed in, with whether they have answered.</summary>
    public async Task<IReadOnlyList<AskingRound>> Asking(CancellationToken cancel) => user.Actor?.PersonId is { } me
        ? await db.PoolMembers.Where(m => m.PersonId == me && m.Hurdle == null && !m.IsLeftOut)
            .Join(db.MatchingRounds.Where(r => r.State == RoundState.Asking), m => m.RoundId, r => r.Id, (m, r) => new AskingRound(r.Id, r.Name, m.Choices != "[]")).ToListAsync(cancel)
        : [];
}

internal sealed record AskingRound(Guid Id, string Name, bool HasAnswered);
