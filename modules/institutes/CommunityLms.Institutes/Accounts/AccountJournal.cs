using System.Diagnostics;
using System.Text.Json;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Accounts;

internal enum SignInOutcome { SignedIn, WrongPassword, LockedOut }

/// <summary>
/// Writes into the audit trail what no changed row tells: who signed in, whose password was tried in vain, whose was changed.
/// An address without an account leaves no line, so the trail holds nothing of strangers.
/// </summary>
internal sealed class AccountJournal(KernelDbContext db, TimeProvider clock) : IScopedDependency
{
    /// <summary>Somebody who isn't signed in: the account is known, the person behind the attempt isn't.</summary>
    private const string Visitor = "Visitor";

    public Task SignIn(Account account, SignInOutcome outcome, CancellationToken cancel) =>
        Write(account, "SignIn", AuditAction.Added, "Outcome", outcome.ToString(), isOwner: outcome == SignInOutcome.SignedIn, cancel);

    /// <summary>The password itself and its hash are never written.</summary>
    public Task PasswordChanged(Account account, bool byMail, CancellationToken cancel) =>
        Write(account, nameof(Account), AuditAction.Changed, "Password", byMail ? "set by a link in a mail" : "changed", isOwner: true, cancel);

    private async Task Write(Account account, string entity, AuditAction action, string property, string value, bool isOwner, CancellationToken cancel)
    {
        db.Audit.Add(new()
        {
            TenantId = account.LastInstituteId,
            At = clock.GetUtcNow().UtcDateTime,
            AccountId = isOwner ? account.Id : null,
            Who = isOwner ? account.DisplayName : Visitor,
            EntityType = entity,
            EntityId = account.Id.ToString(),
            Action = action,
            Changes = JsonSerializer.Serialize(new Dictionary<string, string?[]> { [property] = [null, value] }),
            TraceId = Activity.Current?.TraceId.ToString(),
        });
        await db.SaveChangesAsync(cancel);
    }
}
