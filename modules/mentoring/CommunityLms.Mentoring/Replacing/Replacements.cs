using System.Security.Cryptography;
using System.Text;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>A pair that begins.</summary>
/// <param name="Instead">The contract in whose place it comes.</param>
/// <param name="Change">What forced it; null for somebody who simply takes a place.</param>
internal sealed record NewPair(Guid TraineeId, Guid MentorId, Guid Instead, PairChange? Change);

/// <summary>How vacancies can be filled with the fewest other changes.</summary>
/// <param name="Kept">How many pairs stay as they are.</param>
/// <param name="Left">Who stays without a mentor, and why.</param>
/// <param name="Key">Of exactly these pairs: what was read is what is accepted.</param>
internal sealed record Proposal(IReadOnlyList<NewPair> Pairs, int Kept, IReadOnlyList<WithoutMentor> Left, string Key);

/// <summary>A trainee for whom nobody is found.</summary>
/// <param name="Remedy">The smallest change that would help; null where none is known.</param>
internal sealed record WithoutMentor(Guid TraineeId, UnmatchedReason Reason, Remedy? Remedy);

/// <summary>Proposes and makes replacements after mid-term.</summary>
internal sealed class Replacements(MentoringDbContext db, ProgrammeQueries programmes, Vacancies vacancies, ReplacementProblems problems, Drafting drafting, TimeProvider clock) : IScopedDependency
{
    /// <summary>Takes seconds where a programme has thousands of pairs: for the background.</summary>
    /// <param name="comers">For vacancies that wait for a trainee, who comes.</param>
    /// <exception cref="RecordMissing">There is no such programme.</exception>
    /// <exception cref="RuleBroken">Somebody who is to come isn't eligible.</exception>
    public async Task<Proposal> Propose(Guid programmeId, Guid subjectId, IReadOnlyDictionary<Guid, Guid> comers, CancellationToken cancel) =>
        (await Find(await programmes.Find(programmeId, cancel), subjectId, comers, cancel)).Proposal;

    /// <summary>Makes the pairs of the proposal: new contracts begin today, who made room leaves the old one, and all of it or nothing.</summary>
    /// <param name="asked">The proposal that was read. It goes with what is made of it.</param>
    /// <returns>How many contracts begin.</returns>
    /// <exception cref="RuleBroken">The proposal would be another one now, or a pair can't be made.</exception>
    public async Task<int> Accept(ReplacementProposal asked, CancellationToken cancel)
    {
        var count = 0;
        await db.SaveOnLatest(async () =>
        {
            var (today, programme, subjectId) = (clock.Today(), await programmes.Find(asked.ProgrammeId, cancel), asked.SubjectId);
            var (problem, proposal) = await Find(programme, subjectId, asked.ReadComers(), cancel);
            if (proposal.Key != asked.ReadResult()?.Key)
                throw new RuleBroken(ReplacingRules.Changed);
            if (proposal.Pairs.Count == 0)
                throw new RuleBroken(ReplacingRules.NothingToDo);
            Guid[] ids = [.. proposal.Pairs.Select(p => p.Instead)];
            var ended = await db.Contracts.Include(c => c.Asked).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
            foreach (var moved in ended.Values.Where(c => c.State != ContractState.Ended))
                moved.Withdraw(WithdrawalReason.MadeRoom, today);
            var drafts = await drafting.Draft(programme, subjectId, [.. proposal.Pairs.Select(p => new PairToDraft(p.MentorId, p.TraineeId, problem.Places[p.MentorId], ended[p.Instead]))], today, ids, cancel);
            if (drafts.Refused is [var refused, ..])
                throw refused.Why;
            db.AddRange(drafts.Contracts);
            db.Remove(asked);
            count = drafts.Contracts.Count;
        }, cancel, makesRows: true);
        return count;
    }

    private async Task<(ReplacementProblem Problem, Proposal Proposal)> Find(Programme programme, Guid subjectId, IReadOnlyDictionary<Guid, Guid> comers, CancellationToken cancel)
    {
        var open = (await vacancies.Of(programme.Id, cancel)).Where(v => v.SubjectId == subjectId).ToList();
        var problem = await problems.Read(programme, subjectId, open, comers, cancel);
        var rematch = Rematching.Of(problem.Problem, problem.Before, cancel: cancel);
        var changes = rematch.Changes.ToDictionary(c => c.Trainee);
        var ended = open.Select(v => v.ContractId).ToHashSet();
        var pairs = rematch.Result.Pairs.Where(p => changes.ContainsKey(p.Trainee) || ended.Contains(problem.Instead[p.Trainee]))
            .Select(p => new NewPair(p.Trainee, p.Mentor, problem.Instead[p.Trainee], changes.GetValueOrDefault(p.Trainee))).ToList();
        var kept = rematch.Kept.Count(p => !ended.Contains(problem.Instead[p.Trainee]));
        return (problem, new(pairs, kept, [.. WhyUnmatched.Of(rematch, cancel).Select(u => new WithoutMentor(u.Trainee, u.Reason, u.Remedies is [var least, ..] ? least : null))], KeyOf(pairs)));
    }

    private static string KeyOf(IEnumerable<NewPair> pairs) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', pairs.Select(p => $"{p.TraineeId}:{p.MentorId}:{p.Instead}")))));
}
