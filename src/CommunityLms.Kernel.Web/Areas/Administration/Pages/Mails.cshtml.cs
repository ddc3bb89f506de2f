using System.Text.RegularExpressions;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The mails that would be sent, for trying things out without a mail server; anywhere but in Development there is no such page.</summary>
[DevelopmentOnly, RequiresPermission(ShellPermissions.HostOutbox)]
public sealed partial class MailsModel(KernelDbContext db) : LmsPageModel
{
    public Page<ShownMail> Mails { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(string? after, CancellationToken cancel)
    {
        var found = await db.Mails.ToPage(m => m.WrittenAt, m => m.Id, m => new ShownMail(m.To, m.Subject, m.Text, m.WrittenAt, m.State, null), new(after), cancel, descending: true);
        Mails = found with { Items = [.. found.Items.Select(m => m with { Link = Address().Match(m.Text) is { Success: true } link ? link.Value : null })] };
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

public sealed record ShownMail(string To, string Subject, string Text, DateTime WrittenAt, MailState State, string? Link);
