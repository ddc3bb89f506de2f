using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>A contract that ended before its time and in whose place none has come.</summary>
/// <param name="Reason">The withdrawal's, by the name it is stored under.</param>
/// <param name="Words">What the school added at mid-term; null where it didn't.</param>
internal sealed record Vacancy(Guid ContractId, Guid SubjectId, Guid MentorId, Guid TraineeId, Guid TraineeSchoolId, string Reason, DateOnly Since, string? Words)
{
    /// <summary>The trainee is still there and needs a mentor; otherwise the mentor's place waits for a trainee.</summary>
    public bool NeedsMentor => Reason == nameof(WithdrawalReason.MentorStopped);
}

/// <summary>Reads what waits for a replacement, and how contracts came in each other's place.</summary>
internal sealed class Vacancies(MentoringDbContext db, IAccess access, TimeProvider clock) : IScopedDependency
{
    /// <summary>Of the trainees for whom the reader manages contracts, the longest open first. A trainee who has been given a mentor otherwise isn't among them, and a programme that isn't open has none.</summary>
    public async Task<IReadOnlyList<Vacancy>> Of(Guid programmeId, CancellationToken cancel)
    {
        var today = clock.Today();
        var open = await db.Contracts.Within(await access.ScopeOf(MentoringPermissions.Contracts.Manage, cancel), c => c.TraineeSchoolId)
            .Where(c => c.ProgrammeId == programmeId && db.Programmes.Any(p => p.Id == programmeId && p.State == ProgrammeState.Open) && c.State == ContractState.Ended && c.To >= today && c.StatusReason != nameof(WithdrawalReason.MadeRoom)
                && !db.Contracts.Any(r => r.ReplacesId == c.Id)
                && !db.Contracts.Any(r => c.StatusReason == nameof(WithdrawalReason.MentorStopped) && r.TraineeId == c.TraineeId && r.SubjectId == c.SubjectId && r.To >= today && r.State != ContractState.Ended && r.State != ContractState.Completed)
                // Who lost a mentor and left afterwards needs none any more.
                && !db.Contracts.Any(r => c.StatusReason == nameof(WithdrawalReason.MentorStopped) && r.TraineeId == c.TraineeId && r.SubjectId == c.SubjectId && r.State == ContractState.Ended
                    && r.StatusReason != nameof(WithdrawalReason.MentorStopped) && r.StatusReason != nameof(WithdrawalReason.MadeRoom) && r.StatusSince >= c.StatusSince))
            .OrderBy(c => c.StatusSince).ThenBy(c => c.Id)
            .Select(c => new Vacancy(c.Id, c.SubjectId, c.MentorId, c.TraineeId, c.TraineeSchoolId, c.StatusReason!, c.StatusSince!.Value,
                c.Confirmations.Where(f => f.Step == ContractStep.Midterm && f.Refused != null).Select(f => f.Refused).FirstOrDefault())).ToListAsync(cancel);
        // Who lost one mentor after the other needs one: the last contract stands for both.
        return [.. open.AsEnumerable().Reverse().DistinctBy(v => (v.SubjectId, v.NeedsMentor ? v.TraineeId : v.ContractId)).Reverse()];
    }

    /// <summary>Who is in these contracts; of those that ended, with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, (Guid Mentor, Guid Trainee, string? Reason)>> PairsOf(IReadOnlyCollection<Guid> contractIds, CancellationToken cancel) =>
        await db.Contracts.Where(c => contractIds.Contains(c.Id)).Select(c => new { c.Id, c.MentorId, c.TraineeId, Reason = c.State == ContractState.Ended ? c.StatusReason : null })
            .ToDictionaryAsync(c => c.Id, c => (c.MentorId, c.TraineeId, c.Reason), cancel);

    /// <returns>The contract that came in the place of this one; null where none has.</returns>
    public Task<Guid?> ReplacementOf(Guid contractId, CancellationToken cancel) =>
        db.Contracts.Where(c => c.ReplacesId == contractId).OrderBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
}
