using CommunityLms.Kernel.Navigation;

namespace CommunityLms.Samples.Noticeboard;

internal sealed class NoticeboardMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new("Noticeboard", "/noticeboard", "bell", NoticeboardPermissions.View)];
}
