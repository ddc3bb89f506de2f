using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

[RequiresPermission(ShellPermissions.HostSettings)]
public sealed class HostSettingsModel(SettingsForm form) : SettingsPageModel(form)
{
    protected override SettingLevels Level => SettingLevels.Host;
}
