using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <param name="Parts">What each wish adds to the cost.</param>
internal sealed record PairRow(Guid Id, string Mentor, string Trainee, string? MentorSchool, string? TraineeSchool, long Cost, bool IsPinned, IReadOnlyList<WishCost> Parts);

internal sealed record LeftRow(Guid TraineeId, UnmatchedReason Reason, int Candidates, LeftDetails Why);

/// <summary>A trainee in two results.</summary>
/// <param name="First">Their mentor in the first; null without one.</param>
internal sealed record ComparedRow(Guid TraineeId, Guid? First, Guid? Second)
{
    public bool Differs => First != Second;
}

/// <summary>Two results side by side.</summary>
/// <param name="Names">Of everybody in it.</param>
internal sealed record Compared(MatchingOutcome First, MatchingOutcome Second, MatchingComparison Summary, IReadOnlyList<ComparedRow> Rows, IReadOnlyDictionary<Guid, PersonInfo> Names);

/// <summary>Reads results of rounds.</summary>
internal sealed class OutcomeQueries(MentoringDbContext db, IAccess access, IOrganisation organisation, IPeople people) : IScopedDependency
{
    /// <summary>How many rows of a long list a page shows at most; those that differ come first.</summary>
    public const int MostRows = 500;

    /// <exception cref="RecordMissing">The institute has no such result.</exception>
    public async Task<MatchingOutcome> Find(Guid id, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        return await db.MatchingOutcomes.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) ?? throw new RecordMissing("result");
    }

    /// <summary>Its pairs, those that fit least first.</summary>
    public async Task<Page<PairRow>> Pairs(MatchingOutcome outcome, PageRequest page, CancellationToken cancel)
    {
        var found = await db.OutcomePairs.AsNoTracking().Where(p => p.OutcomeId == outcome.Id).ToPage(p => p.Cost, p => p.Id, page, cancel, descending: true);
        Guid[] ids = [.. found.Items.SelectMany(p => new[] { p.MentorId, p.TraineeId }).Distinct()];
        var (names, tree) = (await people.Find(ids, cancel), await organisation.Tree(cancel));
        var schools = await db.PoolMembers.Where(m => m.RoundId == outcome.RoundId && ids.Contains(m.PersonId)).Select(m => new { m.PersonId, m.SchoolId }).ToDictionaryAsync(m => m.PersonId, m => m.SchoolId, cancel);
        return new([.. found.Items.Select(p => new PairRow(p.Id, names[p.MentorId].Name.ToString(), names[p.TraineeId].Name.ToString(), SchoolOf(p.MentorId), SchoolOf(p.TraineeId), p.Cost, p.IsPinned,
            JsonSerializer.Deserialize<List<WishCost>>(p.Parts)!))], found.Next);

        string? SchoolOf(Guid person) => schools.GetValueOrDefault(person) is { } school ? tree.Find(school)?.Name.ToString() : null;
    }

    public async Task<IReadOnlyList<Pair>> PairsOf(Guid outcomeId, IReadOnlyCollection<Guid> pairIds, CancellationToken cancel) =>
        [.. (await db.OutcomePairs.Where(p => p.OutcomeId == outcomeId && pairIds.Contains(p.Id)).Select(p => new { p.TraineeId, p.MentorId }).ToListAsync(cancel)).Select(p => new Pair(p.TraineeId, p.MentorId))];

    /// <summary>Who is left, the first of them.</summary>
    public async Task<IReadOnlyList<LeftRow>> Left(Guid outcomeId, CancellationToken cancel) =>
        [.. (await db.OutcomeLeft.AsNoTracking().Where(l => l.OutcomeId == outcomeId).OrderBy(l => l.Id).Take(MostRows).ToListAsync(cancel))
            .Select(l => new LeftRow(l.TraineeId, l.Reason, l.Candidates, JsonSerializer.Deserialize<LeftDetails>(l.Why)!))];

    public Task<IReadOnlyDictionary<Guid, PersonInfo>> Names(IEnumerable<Guid> ids, CancellationToken cancel) => people.Find([.. ids.Distinct()], cancel);

    /// <exception cref="RecordMissing">The institute has no such results, or they belong to two rounds.</exception>
    public async Task<Compared> Compare(Guid firstId, Guid secondId, CancellationToken cancel)
    {
        var (first, second) = (await Find(firstId, cancel), await Find(secondId, cancel));
        if (first.RoundId != second.RoundId)
            throw new RecordMissing("result");
        var pairs = (await db.OutcomePairs.AsNoTracking().Where(p => p.OutcomeId == firstId || p.OutcomeId == secondId).ToListAsync(cancel)).ToLookup(p => p.OutcomeId);
        var (before, after) = (pairs[firstId].ToDictionary(p => p.TraineeId, p => p.MentorId), pairs[secondId].ToDictionary(p => p.TraineeId, p => p.MentorId));
        var rows = before.Keys.Union(after.Keys).Order().Select(t => new ComparedRow(t, Of(before, t), Of(after, t))).OrderByDescending(r => r.Differs).Take(MostRows).ToList();
        return new(first, second, MatchingComparison.Of(Result(first, pairs[firstId]), Result(second, pairs[secondId])), rows,
            await Names(rows.SelectMany(r => new[] { r.TraineeId, r.First ?? r.TraineeId, r.Second ?? r.TraineeId }), cancel));

        static Guid? Of(Dictionary<Guid, Guid> pairs, Guid trainee) => pairs.TryGetValue(trainee, out var mentor) ? mentor : null;
        static MatchingResult Result(MatchingOutcome outcome, IEnumerable<OutcomePair> pairs) =>
            new([.. pairs.OrderBy(p => p.TraineeId).Select(p => new MatchedPair(p.TraineeId, p.MentorId, p.Cost, p.IsPinned))], [], outcome.TotalCost);
    }
}
