using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>Turns a result into contracts: all of its pairs or none, by the rules that hold for a pair made by hand.</summary>
internal sealed class PublishRound(MentoringDbContext db, IAccess access, ProgrammeQueries programmes, Drafting drafting, IJobs jobs, IPeople people) : IScopedDependency
{
    /// <summary>What would happen, changing nothing.</summary>
    public async Task<Drafts> Try(Guid outcomeId, CancellationToken cancel)
    {
        var (_, _, drafts) = await Draft(outcomeId, cancel);
        db.ChangeTracker.Clear();
        return drafts;
    }

    /// <summary>Has it done in the background: a city's contracts with their stages take minutes.</summary>
    /// <exception cref="RuleBroken">It is published already.</exception>
    public async Task Start(Guid outcomeId, CancellationToken cancel)
    {
        var round = await db.LoadRound((await Load(outcomeId, cancel)).RoundId, cancel);
        round.EnsureNotPublished();
        await db.KeepJob(round.Id, await jobs.Enqueue<PublishMatching, PublishArgs>("Publish a matching", new(outcomeId), cancel), cancel);
    }

    /// <exception cref="RuleBroken">A pair can't be made any more, named; nothing was changed. Or another result is published already.</exception>
    public async Task Handle(Guid outcomeId, CancellationToken cancel)
    {
        // Run twice after a crash, it has been done.
        if (await db.MatchingRounds.AnyAsync(r => r.PublishedId == outcomeId, cancel))
            return;
        await db.SaveOnLatest(async () =>
        {
            var (round, outcome, drafts) = await Draft(outcomeId, cancel);
            if (drafts.Refused is [var first, ..])
                throw new RuleBroken(RoundRules.OthersRefused, drafts.Refused.Count, await Say(first.Pair, cancel));
            round.Publish(outcome);
            db.AddRange(drafts.Contracts);
        }, cancel, makesRows: true);
    }

    private async Task<(MatchingRound Round, MatchingOutcome Outcome, Drafts Drafts)> Draft(Guid outcomeId, CancellationToken cancel)
    {
        var outcome = await Load(outcomeId, cancel);
        var round = await db.LoadRound(outcome.RoundId, cancel);
        round.EnsureNotPublished();
        var programme = await programmes.Find(round.ProgrammeId, cancel);
        var places = await db.PoolMembers.Where(m => m.RoundId == round.Id).Select(m => new { m.PersonId, m.Places }).ToDictionaryAsync(m => m.PersonId, m => m.Places, cancel);
        var pairs = await db.OutcomePairs.Where(p => p.OutcomeId == outcomeId).OrderBy(p => p.Id).Select(p => new { p.MentorId, p.TraineeId }).ToListAsync(cancel);
        var drafts = await drafting.Draft(programme, round.SubjectId, [.. pairs.Select(p => new PairToDraft(p.MentorId, p.TraineeId, places.GetValueOrDefault(p.MentorId)))], programme.From, over: [], cancel);
        return (round, outcome, drafts);
    }

    private async Task<MatchingOutcome> Load(Guid outcomeId, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        return await db.MatchingOutcomes.SingleOrDefaultAsync(o => o.Id == outcomeId, cancel) ?? throw new RecordMissing("result");
    }

    private async Task<string> Say(PairToDraft pair, CancellationToken cancel)
    {
        var names = await people.Find([pair.TraineeId, pair.MentorId], cancel);
        return $"{names[pair.TraineeId].Name} – {names[pair.MentorId].Name}";
    }
}

internal sealed record PublishArgs(Guid OutcomeId);

internal sealed class PublishMatching(PublishRound publish) : IJob<PublishArgs>
{
    public async Task Run(PublishArgs args, IJobContext job, CancellationToken cancel)
    {
        await job.Report(0, 0, "Drafting the contracts", cancel);
        await publish.Handle(args.OutcomeId, cancel);
    }
}
