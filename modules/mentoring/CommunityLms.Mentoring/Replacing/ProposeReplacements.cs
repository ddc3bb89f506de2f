using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>Has a proposal computed in the background, and finds it again for whoever asked. Asked anew, the one before goes.</summary>
internal sealed class ProposeReplacements(MentoringDbContext db, ProgrammeQueries programmes, IJobs jobs, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private Guid Me => user.Actor?.AccountId ?? Guid.Empty;

    /// <param name="comers">For vacancies that wait for a trainee, who comes.</param>
    /// <returns>The proposal's id.</returns>
    /// <exception cref="RecordMissing">There is no such programme.</exception>
    /// <exception cref="RuleBroken">The programme isn't open.</exception>
    public async Task<Guid> Ask(Guid programmeId, Guid subjectId, IReadOnlyDictionary<Guid, Guid> comers, CancellationToken cancel)
    {
        (await programmes.Find(programmeId, cancel)).EnsureOpen();
        var me = Me;
        db.RemoveRange(await db.ReplacementProposals.Where(p => p.ProgrammeId == programmeId && p.SubjectId == subjectId && p.AccountId == me).ToListAsync(cancel));
        var asked = new ReplacementProposal(programmeId, subjectId, me, comers, clock.GetUtcNow().UtcDateTime);
        db.Add(asked);
        await db.SaveChangesAsync(cancel);
        var job = await jobs.Enqueue<ComputeReplacements, ComputeReplacementsArgs>("Propose replacements", new(asked.Id), cancel);
        await db.ReplacementProposals.Where(p => p.Id == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.JobId, job), cancel);
        return asked.Id;
    }

    /// <summary>Asks the same again, as pairs are now.</summary>
    /// <returns>The new proposal's id.</returns>
    public async Task<Guid> AskAgain(Guid proposalId, CancellationToken cancel)
    {
        var asked = await Find(proposalId, cancel);
        return await Ask(asked.ProgrammeId, asked.SubjectId, asked.ReadComers(), cancel);
    }

    /// <exception cref="RecordMissing">Whoever is signed in asked for no such proposal.</exception>
    public async Task<ReplacementProposal> Find(Guid proposalId, CancellationToken cancel)
    {
        var me = Me;
        return await db.ReplacementProposals.SingleOrDefaultAsync(p => p.Id == proposalId && p.AccountId == me, cancel) ?? throw new RecordMissing("proposal");
    }
}

internal sealed record ComputeReplacementsArgs(Guid ProposalId);

/// <summary>Computes a proposal, or writes down why it can't be. In the name of whoever asked, so that only pairs they may change are moved.</summary>
internal sealed class ComputeReplacements(MentoringDbContext db, Replacements replacements, TimeProvider clock) : IJob<ComputeReplacementsArgs>
{
    public async Task Run(ComputeReplacementsArgs args, IJobContext job, CancellationToken cancel)
    {
        // Gone where it was asked for anew; there already where the job runs twice.
        if (await db.ReplacementProposals.SingleOrDefaultAsync(p => p.Id == args.ProposalId, cancel) is not { ComputedAt: null } asked)
            return;
        await job.Report(0, 0, "Looking who can take which place", cancel);
        try
        {
            asked.Compute(await replacements.Propose(asked.ProgrammeId, asked.SubjectId, asked.ReadComers(), cancel), clock.GetUtcNow().UtcDateTime);
        }
        catch (RuleBroken broken)
        {
            asked.Refuse(broken, clock.GetUtcNow().UtcDateTime);
        }
        await db.SaveChangesAsync(cancel);
    }
}
