using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Scheduling;

/// <summary>Plans meetings, calls them off, and takes those that took place into the log.</summary>
internal sealed class PlanMeetings(MentoringDbContext db, ContractAccess access, MeetingQueries meetings, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many were planned.</returns>
    /// <exception cref="RuleBroken">They lie outside the contract, or one of the two has something else and nobody said that it doesn't matter.</exception>
    public async Task<int> Handle(Guid contractId, Cadence cadence, CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(contractId, cancel);
        var times = cadence.Within(contract);
        if (times.Count == 0)
            throw new RuleBroken(MeetingRules.DayWithin);
        if (!cadence.DespiteClashes && (await meetings.Clashes(contract, times, cancel)).Count > 0)
            throw new RuleBroken(MeetingRules.Clashes);
        db.AddRange(times.Select(t => new Meeting(contract, t, cadence.Kind, cadence.Topic, cadence.Place)));
        await db.SaveChangesAsync(cancel);
        return times.Count;
    }

    public async Task CallOff(Guid contractId, Guid meetingId, CancellationToken cancel)
    {
        await access.AsSide(contractId, cancel);
        (await Load(contractId, meetingId, cancel)).CallOff(Now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>It took place: the log gets its line.</summary>
    public async Task Hold(Guid contractId, Guid meetingId, CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(contractId, cancel);
        var meeting = await Load(contractId, meetingId, cancel);
        db.Add(new Contact(contract, access.Me!.Value, meeting.Hold(Now), clock.Today()));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Meeting> Load(Guid contractId, Guid meetingId, CancellationToken cancel) =>
        await db.Meetings.SingleOrDefaultAsync(m => m.Id == meetingId && m.ContractId == contractId, cancel) ?? throw new RecordMissing("meeting");
}
