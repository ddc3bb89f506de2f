using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

[RequiresPermission(ShellPermissions.Settings)]
public sealed class SettingsModel(SettingsForm form) : SettingsPageModel(form)
{
    protected override SettingLevels Level => SettingLevels.Institute;
}
