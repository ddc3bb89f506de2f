using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>Turns a result into contracts: all of its pairs or none, by the rules that hold for a pair made by hand.</summary>
internal sealed class PublishRound(MentoringDbContext db, IAccess access, ProgrammeQueries programmes, Drafting drafting, IPeople people) : IScopedDependency
{
    /// <summary>What would happen, changing nothing.</summary>
    public async Task<Drafts> Try(Guid outcomeId, CancellationToken cancel)
    {
        var (_, _, drafts) = await Draft(outcomeId, cancel);
        db.ChangeTracker.Clear();
        return drafts;
    }

    /// <returns>How many contracts were drafted.</returns>
    /// <exception cref="RuleBroken">A pair can't be made any more, named; nothing was changed. Or it is published already.</exception>
    public async Task<int> Handle(Guid outcomeId, CancellationToken cancel)
    {
        var count = 0;
        await db.SaveInTurn(async () =>
        {
            var (round, outcome, drafts) = await Draft(outcomeId, cancel);
            if (drafts.Refused is [var first, ..])
                throw new RuleBroken(RoundRules.OthersRefused, drafts.Refused.Count, await Say(first.Pair, cancel));
            round.Publish(outcome);
            db.AddRange(drafts.Contracts);
            count = drafts.Contracts.Count;
        }, cancel);
        return count;
    }

    private async Task<(MatchingRound Round, MatchingOutcome Outcome, Drafts Drafts)> Draft(Guid outcomeId, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        var outcome = await db.MatchingOutcomes.SingleOrDefaultAsync(o => o.Id == outcomeId, cancel) ?? throw new RecordMissing("result");
        var round = await db.LoadRound(outcome.RoundId, cancel);
        round.EnsureNotPublished();
        var programme = await programmes.Find(round.ProgrammeId, cancel);
        var places = await db.PoolMembers.Where(m => m.RoundId == round.Id).Select(m => new { m.PersonId, m.Places }).ToDictionaryAsync(m => m.PersonId, m => m.Places, cancel);
        var pairs = await db.OutcomePairs.Where(p => p.OutcomeId == outcomeId).OrderBy(p => p.Id).Select(p => new { p.MentorId, p.TraineeId }).ToListAsync(cancel);
        var drafts = await drafting.Draft(programme, round.SubjectId, [.. pairs.Select(p => new PairToDraft(p.MentorId, p.TraineeId, places.GetValueOrDefault(p.MentorId)))], programme.From, over: [], cancel);
        return (round, outcome, drafts);
    }

    private async Task<string> Say(PairToDraft pair, CancellationToken cancel)
    {
        var names = await people.Find([pair.TraineeId, pair.MentorId], cancel);
        return $"{names[pair.TraineeId].Name} – {names[pair.MentorId].Name}";
    }
}
