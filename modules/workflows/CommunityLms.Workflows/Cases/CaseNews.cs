using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;

namespace CommunityLms.Workflows.Cases;

internal sealed class CaseNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind TaskWaits = new("Workflows.TaskWaits", "A task waits for you", "“{0}” waits for you: {1}.");
    public static readonly NotificationKind TaskReminder = new("Workflows.TaskReminder", "A task is called to mind", "“{0}” still waits for you: {1}.", MailByDefault: true);
    public static readonly NotificationKind TaskEscalated = new("Workflows.TaskEscalated", "A task of others waits too long", "“{0}” has waited too long: {1}.", MailByDefault: true);
    public static readonly NotificationKind CaseUrged = new("Workflows.CaseUrged", "A case is urged", "{0} asks you to see to “{1}”.", MailByDefault: true);
    public static readonly NotificationKind CaseCopied = new("Workflows.CaseCopied", "A case is shown to you", "{0} shows you the case “{1}”.");
    public static readonly NotificationKind CaseEnds = new("Workflows.CaseEnds", "A case you started has ended", "“{0}” has ended.");
    public static readonly NotificationKind CaseStuck = new("Workflows.CaseStuck", "A case needs an administrator", "“{0}” can’t go on by itself.");

    public static readonly NotificationKind StartFails = new("Workflows.StartFails", "A workflow can’t begin by itself", "“{0}” could not begin by itself: {1}", MailByDefault: true);

    public IEnumerable<NotificationKind> Define() => [StartFails, TaskWaits, TaskReminder, TaskEscalated, CaseUrged, CaseCopied, CaseEnds, CaseStuck];
}

/// <summary>News as it waits to be told: people by id, or whoever holds a role on a unit then.</summary>
/// <param name="Kind">The name of the kind.</param>
internal sealed record NewsOrder(string Kind, IReadOnlyList<Guid> People, string? Role, Guid? UnitId, string Url, IReadOnlyList<string> Args);

/// <summary>Writes down, in the transaction at hand, who is to be told what.</summary>
internal sealed class CaseNews(WorkflowsDbContext db) : IScopedDependency
{
    public static string TaskUrl(Guid workItemId) => $"/workflows/tasks/{workItemId}";

    public static string CaseUrl(Guid caseId) => $"/workflows/cases/{caseId}";

    public void TellOfIncident(Case running, DateTime at) => Tell(running, CaseNewsKinds.CaseStuck, [], UsualRoles.Administrator, running.UnitId, CaseUrl(running.Id), at, running.Title);

    public void TellOfEnd(Case running, DateTime at)
    {
        if (running.StarterId is { } starter)
            Tell(running, CaseNewsKinds.CaseEnds, [starter], role: null, unitId: null, CaseUrl(running.Id), at, running.Title);
    }

    public void Tell(Case running, NotificationKind kind, IReadOnlyList<Guid> people, string? role, Guid? unitId, string url, DateTime at, params string[] args) =>
        Tell(running.Id, kind, people, role, unitId, url, at, args);

    /// <param name="ownerId">The case or definition it is about.</param>
    public void Tell(Guid ownerId, NotificationKind kind, IReadOnlyList<Guid> people, string? role, Guid? unitId, string url, DateTime at, params string[] args) =>
        db.Add(new DueWork(DueKind.News, ownerId, 0, at, new NewsOrder(kind.Name, people, role, unitId, url, args)));
}
