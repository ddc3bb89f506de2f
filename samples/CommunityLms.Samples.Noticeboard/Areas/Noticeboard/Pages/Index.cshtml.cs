using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Samples.Noticeboard.Notices;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Samples.Noticeboard.Areas.Noticeboard.Pages;

/// <summary>The board, and below it the form for those who may put something up.</summary>
[RequiresPermission(NoticeboardPermissions.View)]
internal sealed class IndexModel(NoticeQueries notices, PostNotice post, IAccess access) : LmsPageModel
{
    [BindProperty]
    public PostNoticeInput Input { get; set; } = new();

    public IReadOnlyList<NoticeOnBoard> Notices { get; private set; } = [];

    public bool MayPost { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await post.Handle(Input, cancel);
        return Done(L["Your notice is on the board."], "./Index");
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Notices = await notices.Newest(cancel);
        MayPost = (await access.ScopeOf(NoticeboardPermissions.Post, cancel)).Everything;
    }
}
