using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

internal sealed class EvidenceNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind SentBack = new("Mentoring.EvidenceSentBack", "What you entered was sent back", "“{0}” was sent back with a word. Bring a new version.");

    public IEnumerable<NotificationKind> Define() => [SentBack];
}

/// <summary>Tells whoever entered something that a better version is asked for.</summary>
internal sealed class TellOfSendingBack(MentoringDbContext db, IPeople people, INotifier notifier) : IIntegrationEventHandler<EvidenceSentBack>
{
    public async Task Handle(EvidenceSentBack happened, CancellationToken cancel)
    {
        var evidence = await db.Evidence.Where(e => e.Id == happened.EvidenceId).Select(e => new { e.PersonId, e.Title }).SingleAsync(cancel);
        if ((await people.Find([evidence.PersonId], cancel)).GetValueOrDefault(evidence.PersonId)?.AccountId is { } account)
            await notifier.Notify([account], EvidenceNewsKinds.SentBack, $"/mentoring/evidence/{happened.EvidenceId}", cancel, evidence.Title);
    }
}
