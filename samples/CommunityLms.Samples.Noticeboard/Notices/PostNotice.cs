using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Samples.Noticeboard.Data;

namespace CommunityLms.Samples.Noticeboard.Notices;

/// <summary>Puts up a notice for the whole institute.</summary>
internal sealed class PostNotice(NoticeboardDbContext db, IAccess access, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(PostNoticeInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(NoticeboardPermissions.Post, cancel);
        db.Notices.Add(new(input.Title, input.Text, user.Actor!.Name, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What the form asks for.</summary>
internal sealed record PostNoticeInput
{
    [Required, StringLength(Notice.TitleLength), Display(Name = "Title")]
    public string Title { get; set; } = "";

    [Required, StringLength(Notice.TextLength), Display(Name = "Text")]
    public string Text { get; set; } = "";
}
