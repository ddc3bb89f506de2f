using System.Text.Json;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.Matching.Stability;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

internal sealed record ComputeArgs(Guid RoundId, MatchingMethod Method);

/// <summary>Computes a round: looks who takes part now, finds the pairs, proves them, says why somebody is left, and keeps all of it as one result.</summary>
internal sealed class ComputeMatching(MentoringDbContext db, ProgrammeQueries programmes, FillPool pool, RoundProblems problems, ICurrentUser user, TimeProvider clock) : IJob<ComputeArgs>
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    public async Task Run(ComputeArgs args, IJobContext job, CancellationToken cancel)
    {
        // Run twice after a crash, it has brought its result.
        if (await db.MatchingOutcomes.AnyAsync(o => o.Id == job.Id, cancel))
            return;
        await job.Report(0, 0, "Looking who takes part", cancel);
        var round = await db.LoadRound(args.RoundId, cancel);
        round.EnsureNotPublished();
        var programme = await programmes.Find(round.ProgrammeId, cancel);
        var problem = await problems.Read(round, programme, await pool.Fill(round, programme, cancel), cancel);
        var (computed, result) = await Compute(args.Method, problem, job, cancel);
        await job.Report(0, 0, "Writing the result down", cancel);
        round.Computed();
        await Keep(args, problem with { Problem = computed }, result, job.Id, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>On a thread of its own, while this one tells how far it is.</summary>
    private async Task<(MatchingProblem Problem, MatchingResult Result)> Compute(MatchingMethod method, RoundProblem problem, IJobContext job, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var latest = new Latest(problem.Problem.Trainees.Count);
        var search = Task.Run(() => method == MatchingMethod.Optimum
            ? Best(problem, latest, stop.Token)
            : (problem.Problem, DeferredAcceptance.Of(problem.Problem, problem.Preferences, stop.Token)), stop.Token);
        try
        {
            while (!search.IsCompleted)
            {
                await job.Report(latest.Value.Done, latest.Value.All, latest.IsFirst ? "Matching" : "Matching again, with pairs that fit better", cancel);
                await Task.WhenAny(search, Task.Delay(s_look, clock, stop.Token));
            }
        }
        finally
        {
            if (!search.IsCompleted)
                await stop.CancelAsync();
        }
        return await search;
    }

    /// <summary>The optimum of all pairs the rules allow, however few of them are candidates at first.</summary>
    /// <returns>With the problem it is proven for.</returns>
    internal static (MatchingProblem Problem, MatchingResult Result) Best(RoundProblem round, IProgress<MatchingProgress> progress, CancellationToken cancel)
    {
        var problem = round.Problem;
        while (true)
        {
            var result = OptimalMatching.Of(problem, progress, cancel);
            if (round.Finder.Undercutting(problem, result, cancel) is not { Count: > 0 } better)
                return (problem, result);
            problem = MatchingProblem.Read(problem.Input with { Candidates = [.. problem.Input.Candidates, .. better] }).Problem!;
        }
    }

    private async Task Keep(ComputeArgs args, RoundProblem problem, MatchingResult result, Guid outcomeId, CancellationToken cancel)
    {
        var number = 1 + (await db.MatchingOutcomes.Where(o => o.RoundId == args.RoundId).MaxAsync(o => (int?)o.Number, cancel) ?? 0);
        var summary = MatchingSummary.Of(problem.Problem, result);
        // Who ranked nobody takes what comes; only pairs that somebody asked for are told.
        var blocking = problem.Preferences is { OfTrainees.Count: 0, OfMentors.Count: 0 } ? [] : BlockingPairs.Find(problem.Problem, problem.Preferences, result)
            .Where(b => problem.People[b.Trainee].Choices.Contains(b.Mentor) || problem.People[b.Mentor].Choices.Contains(b.Trainee)).ToList();
        db.Add(new MatchingOutcome(outcomeId, args.RoundId, number, args.Method, user.Actor?.Name ?? "", clock.GetUtcNow().UtcDateTime, summary)
        {
            IsProven = result.Certificate is null ? null : Certificate.Check(problem.Problem, result).IsProven,
            Blocking = blocking.Count,
            Details = JsonSerializer.Serialize(new OutcomeDetails([.. summary.Load.MentorsByLoad.Select(l => new LoadCount(l.Load, l.Mentors))], [.. blocking.Take(OutcomeDetails.MostBlocking)])),
        });
        db.AddRange(result.Pairs.Select(p => new OutcomePair(outcomeId, p, JsonSerializer.Serialize(problem.Costs.Parts(problem.People[p.Mentor], problem.People[p.Trainee])))));
        db.AddRange(result.Certificate is null ? TurnedDown(outcomeId, problem, result) : Explained(outcomeId, problem, result, cancel));
    }

    private static IEnumerable<OutcomeLeft> Explained(Guid outcomeId, RoundProblem problem, MatchingResult result, CancellationToken cancel) => WhyUnmatched.Of(problem.Problem, result, cancel)
        .Select(t => new OutcomeLeft(outcomeId, t.Trainee, t.Reason, t.Candidates, JsonSerializer.Serialize(new LeftDetails(t.Rules, t.Remedies is [var least, ..] ? least : null))));

    /// <summary>A stable matching has no prices to ask for remedies; who is left was turned down by everybody they could have had.</summary>
    private static IEnumerable<OutcomeLeft> TurnedDown(Guid outcomeId, RoundProblem problem, MatchingResult result)
    {
        var input = problem.Problem.Input;
        var candidates = input.Candidates.Where(c => problem.Problem.Find(c.Trainee, c.Mentor) is not null).CountBy(c => c.Trainee).ToDictionary();
        var (forbidden, excluded) = (input.Forbidden.Select(f => f.Trainee).ToHashSet(), input.Exclusions.ToLookup(e => e.Trainee));
        return result.Unmatched.Select(t => new OutcomeLeft(outcomeId, t,
            candidates.ContainsKey(t) ? UnmatchedReason.AllFull : forbidden.Contains(t) ? UnmatchedReason.OnlyForbidden : UnmatchedReason.NoCandidate, candidates.GetValueOrDefault(t),
            JsonSerializer.Serialize(new LeftDetails([.. excluded[t].GroupBy(e => e.Rule).Select(g => new RuleCount(g.Key, g.Sum(e => e.Mentors)))], null))));
    }

    private sealed class Latest(int all) : IProgress<MatchingProgress>
    {
        private int _searches;

        public MatchingProgress Value { get; private set; } = new(0, all);

        public bool IsFirst => _searches <= 1;

        public void Report(MatchingProgress value)
        {
            if (value.Done == 0)
                _searches++;
            Value = value;
        }
    }
}
