using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Samples.Noticeboard;

/// <summary>The names of the module's permissions; a role gives them to people.</summary>
public static class NoticeboardPermissions
{
    public const string View = "Noticeboard.Notices.View";
    public const string Post = "Noticeboard.Notices.Post";
}

internal sealed class NoticeboardPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(NoticeboardPermissions.View, "Read the noticeboard"),
        new(NoticeboardPermissions.Post, "Put up notices"),
    ];
}
