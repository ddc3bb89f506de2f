using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The dead letters of all institutes: type, error and tries, never their content.</summary>
[RequiresPermission(ShellPermissions.HostOutbox)]
public sealed class OutboxModel(KernelDbContext db, TimeProvider clock) : LmsPageModel
{
    public Page<DeadLetter> Dead { get; private set; } = new([], Next: null);

    public int Waiting { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken cancel)
    {
        Dead = await db.Outbox.Where(m => m.State == OutboxState.Dead).ToPage(m => m.OccurredAt, m => m.Id,
            m => new DeadLetter(m.Id, m.EventType, m.Attempts, m.OccurredAt, m.Error), new(after), cancel, descending: true);
        Waiting = await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting, cancel);
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Dead)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, now), cancel);
        return Done(L["The event is tried again."], "Outbox");
    }
}

public sealed record DeadLetter(Guid Id, string EventType, int Attempts, DateTime OccurredAt, string? Error);
