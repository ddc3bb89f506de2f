using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>Modules and plug-ins: version, state, and why one is disabled.</summary>
[RequiresPermission(ShellPermissions.HostModules)]
public sealed class ModulesModel(ModuleCatalog catalog) : LmsPageModel
{
    public IReadOnlyList<ModuleDescriptor> Modules => catalog.Modules;
}
