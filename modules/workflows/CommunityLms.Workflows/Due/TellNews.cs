using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Due;

/// <summary>Tells people what waits for them. Told twice after a crash is better than not at all.</summary>
internal sealed class TellNews(WorkflowsDbContext db, INotifier notifier, IPeople people, IRoles roles, CaseRunner runner, CaseNews news) : IScopedDependency
{
    private static readonly Dictionary<string, NotificationKind> s_kinds = new CaseNewsKinds().Define().ToDictionary(k => k.Name, StringComparer.Ordinal);

    public async Task Handle(DueWork work, CancellationToken cancel)
    {
        if (work.Kind == DueKind.News)
            await Tell(work.Read<NewsOrder>(), cancel);
        await runner.Commit(async () =>
        {
            if (await db.DueWork.SingleOrDefaultAsync(w => w.Id == work.Id, cancel) is not { } stored)
                return;
            db.Remove(stored);
            if (work.Kind != DueKind.News)
                await Remind(work, cancel);
        }, cancel);
    }

    private async Task Tell(NewsOrder order, CancellationToken cancel)
    {
        var told = order.Role is { } role ? (await roles.Holders(role, order.UnitId!.Value, cancel))?.People ?? [] : [.. (await people.Find(order.People, cancel)).Values];
        var accounts = told.Where(p => !p.HasLeft).Select(p => p.AccountId).OfType<Guid>().Concat(await DeputiesOf([.. told.Select(p => p.Id)], cancel)).Distinct().ToList();
        if (accounts.Count > 0)
            await notifier.Notify(accounts, s_kinds[order.Kind], order.Url, cancel, [.. order.Args]);
    }

    private async Task<IEnumerable<Guid>> DeputiesOf(IReadOnlyCollection<Guid> away, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(runner.Now.LocalDateTime);
        var deputies = await db.Deputies.Where(d => away.Contains(d.PersonId) && d.From <= today && d.To >= today).Select(d => d.DeputyId).ToListAsync(cancel);
        return deputies.Count == 0 ? [] : (await people.Find(deputies, cancel)).Values.Select(p => p.AccountId).OfType<Guid>();
    }

    private async Task Remind(DueWork work, CancellationToken cancel)
    {
        var order = work.Read<TaskOrder>();
        if (await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == order.WorkItemId && w.State == WorkState.Open, cancel) is not { } item)
            return;
        var (running, at) = (await runner.Load(item.CaseId, cancel), runner.Now.UtcDateTime);
        var isReminder = work.Kind == DueKind.Reminder;
        db.Add(new CaseEntry(isReminder ? EntryKind.Reminded : EntryKind.Escalated, running.Id, at, runner.Actor, item.NodeId, order.Role));
        if (isReminder)
            news.Tell(running, CaseNewsKinds.TaskReminder, item.PersonId is { } person ? [person] : [], item.PersonId is null ? item.Role : null, item.RoleUnitId, CaseNews.TaskUrl(item.Id), at, item.Name, running.Title);
        else
            news.Tell(running, CaseNewsKinds.TaskEscalated, [], order.Role ?? UsualRoles.Administrator, order.UnitId ?? running.UnitId, CaseNews.CaseUrl(running.Id), at, item.Name, running.Title);
    }
}
