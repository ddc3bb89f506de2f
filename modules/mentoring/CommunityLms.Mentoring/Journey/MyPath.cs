using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

/// <summary>One of one's own contracts: how far, what is next, by when.</summary>
/// <param name="Reached">Of both sides, each activity up to what is asked of it.</param>
/// <param name="StageUntil">The last day of the stage that is open.</param>
/// <param name="ToDo">What the other side entered and waits for one's word.</param>
internal sealed record PathView(ContractRow Contract, int Asked, int Reached, DateOnly? StageUntil, Meeting? Meeting, int ToDo)
{
    public int Percent => Asked == 0 ? 0 : 100 * Reached / Asked;
}

internal sealed class MyPath(MentoringDbContext db, ContractQueries contracts, MeetingQueries meetings, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    /// <summary>Those under way or being agreed first, then the newest.</summary>
    public async Task<IReadOnlyList<PathView>> All(CancellationToken cancel)
    {
        var mine = await contracts.Mine(cancel);
        var ids = mine.Select(c => c.Id).ToArray();
        if (ids.Length == 0)
            return [];
        var me = access.Me;
        var facts = await (from contract in db.Contracts
                           where ids.Contains(contract.Id)
                           join pulse in db.Pulses on contract.Id equals pulse.ContractId into pulses
                           from pulse in pulses.DefaultIfEmpty()
                           select new
                           {
                               contract.Id, Asked = (int?)pulse!.Asked, Reached = (int?)pulse!.Reached,
                               Until = contract.Stages.Where(s => s.OpenedAt != null && s.ClosedAt == null).Min(s => (DateOnly?)s.To),
                               ToDo = db.Evidence.Count(e => e.ContractId == contract.Id && e.PersonId != me && e.AcceptedAt == null && e.SentBackAt == null && e.VoidedFor == null),
                           }).ToDictionaryAsync(c => c.Id, cancel);
        var next = await meetings.Next(ids, clock.Today(), cancel);
        return [.. mine.OrderBy(c => c.State is ContractState.Completed or ContractState.Ended)
            .Select(c => (Row: c, Fact: facts[c.Id])).Select(c => new PathView(c.Row, c.Fact.Asked ?? 0, c.Fact.Reached ?? 0, c.Fact.Until, next.GetValueOrDefault(c.Row.Id), c.Fact.ToDo))];
    }
}
