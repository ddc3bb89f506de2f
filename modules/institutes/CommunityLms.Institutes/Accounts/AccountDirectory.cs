using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Where accounts can be reached, and in which language.</summary>
internal sealed class AccountDirectory(AccountsDbContext accounts, KernelDbContext kernel) : IAccountDirectory, IScopedDependency
{
    public async Task<IReadOnlyDictionary<Guid, AccountContact>> Find(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel)
    {
        var languages = await kernel.Settings
            .Where(s => s.Level == SettingLevels.Person && s.Name == ShellSettings.Language.Name && accountIds.Contains(s.OwnerId))
            .ToDictionaryAsync(s => s.OwnerId, s => s.Text, cancel);
        var found = await accounts.Users.Where(a => accountIds.Contains(a.Id) && a.Email != null)
            .Select(a => new { a.Id, Email = a.Email!, a.DisplayName }).ToListAsync(cancel);
        return found.ToDictionary(a => a.Id, a => new AccountContact(a.Email, a.DisplayName, languages.GetValueOrDefault(a.Id)));
    }
}
