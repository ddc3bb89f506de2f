using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>Somebody is to inspect.</summary>
internal sealed record InspectionPlanned(Guid InspectionId) : IIntegrationEvent;

/// <summary>An effective practice can be read from now on.</summary>
internal sealed record PracticeMadeKnown(Guid InspectionId) : IIntegrationEvent;

internal sealed class InspectionNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind Planned = new("Mentoring.InspectionPlanned", "You are to inspect or interview", "{0} is planned for {1}: {2}");
    public static readonly NotificationKind PracticeKnown = new("Mentoring.PracticeKnown", "Effective practice of my programme", "Effective practice: {0}");

    public IEnumerable<NotificationKind> Define() => [Planned, PracticeKnown];
}

internal sealed class TellOfInspections(MentoringDbContext db, IPeople people, IOrganisation organisation, INotifier notifier) : IIntegrationEventHandler<InspectionPlanned>, IIntegrationEventHandler<PracticeMadeKnown>
{
    public async Task Handle(InspectionPlanned happened, CancellationToken cancel)
    {
        var planned = await db.Inspections.AsNoTracking().SingleAsync(i => i.Id == happened.InspectionId, cancel);
        var school = (await organisation.Tree(cancel)).Find(planned.SchoolId)?.Name.Name ?? "";
        await Tell([planned.InspectorId], InspectionNewsKinds.Planned, $"/mentoring/inspections/{planned.Id}", cancel, school, $"{planned.PlannedOn:yyyy-MM-dd}", planned.About);
    }

    /// <summary>Everybody of the programme whose contract isn't over hears of it.</summary>
    public async Task Handle(PracticeMadeKnown happened, CancellationToken cancel)
    {
        var known = await db.Inspections.AsNoTracking().SingleAsync(i => i.Id == happened.InspectionId, cancel);
        var sides = await db.Contracts.Where(c => c.ProgrammeId == known.ProgrammeId && c.State != ContractState.Completed && c.State != ContractState.Ended).Select(c => new { c.MentorId, c.TraineeId }).ToListAsync(cancel);
        await Tell([.. sides.SelectMany(s => new[] { s.MentorId, s.TraineeId }).Distinct()], InspectionNewsKinds.PracticeKnown, $"/mentoring/practices/{known.Id}", cancel, known.PracticeTitle!);
    }

    private async Task Tell(IReadOnlyCollection<Guid> personIds, NotificationKind kind, string url, CancellationToken cancel, params string[] args) =>
        await notifier.Notify([.. (await people.Find(personIds, cancel)).Values.Select(p => p.AccountId).OfType<Guid>()], kind, url, cancel, args);
}
