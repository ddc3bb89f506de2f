using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Inbox;

/// <param name="Person">Who is away.</param>
internal sealed record DeputyRow(Guid Id, PersonName Person, PersonName Deputy, DateOnly From, DateOnly To, bool IsOver);

/// <summary>Deputies: everybody names their own; whoever may intervene in the whole institute names anybody's.</summary>
internal sealed class StandingIn(WorkflowsDbContext db, TaskAccess tasks, IPeople people, IAccess access, InboxReach reach, CaseRunner runner, TimeProvider clock) : IScopedDependency
{
    public async Task<Guid> Appoint(Guid personId, Guid deputyId, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        await RequireOwn(personId, cancel);
        await tasks.Colleague(personId, cancel);
        await tasks.Colleague(deputyId, cancel);
        var deputy = new Deputy(personId, deputyId, from, to, clock.Today());
        db.Add(deputy);
        await db.SaveChangesAsync(cancel);
        reach.ForgetDeputies();
        return deputy.Id;
    }

    /// <exception cref="RecordMissing">There is no such rule.</exception>
    public async Task End(Guid id, CancellationToken cancel)
    {
        var deputy = await db.Deputies.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RecordMissing("deputy");
        await RequireOwn(deputy.PersonId, cancel);
        deputy.End(clock.Today());
        await db.SaveChangesAsync(cancel);
        reach.ForgetDeputies();
    }

    /// <summary>Those that whoever is signed in has named, or is one of; the newest first.</summary>
    public async Task<IReadOnlyList<DeputyRow>> Mine(CancellationToken cancel)
    {
        var (me, today) = (runner.Actor.PersonId, clock.Today());
        var rows = await db.Deputies.Where(d => d.PersonId == me || d.DeputyId == me).OrderByDescending(d => d.From).ThenByDescending(d => d.Id).ToListAsync(cancel);
        var named = await people.Find([.. rows.SelectMany(d => new[] { d.PersonId, d.DeputyId }).Distinct()], cancel);
        return [.. rows.Where(d => named.ContainsKey(d.PersonId) && named.ContainsKey(d.DeputyId))
            .Select(d => new DeputyRow(d.Id, named[d.PersonId].Name, named[d.DeputyId].Name, d.From, d.To, d.To < today))];
    }

    private async Task RequireOwn(Guid personId, CancellationToken cancel)
    {
        if (runner.Actor.PersonId is not { } me || me != personId)
            await access.RequireEverywhere(WorkflowsPermissions.Cases.Intervene, cancel);
    }
}
