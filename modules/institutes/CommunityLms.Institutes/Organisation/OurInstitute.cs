using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Dashboard;

namespace CommunityLms.Institutes.Organisation;

/// <summary>The units and people of one setting, for the figures on the home page.</summary>
internal sealed record SettingFigures(UnitSetting Setting, int Districts, int Counties, int Schools, int Departments, int People);

/// <summary>How large the institute is, as far as the person may see it.</summary>
internal sealed class OurInstitute(OrganisationStore organisation, PeopleCounts people, IAccess access, InstitutesCache cache, ICurrentTenant tenant, ICurrentUser user) : IDashboardWidget
{
    public string Title => "Our institute";

    public string? Permission => InstitutesPermissions.Units.View;

    public int Order => 200;

    public string Partial => "/Areas/Institutes/Pages/Units/_OurInstitute.cshtml";

    /// <summary>Every post is counted for it, so it is kept for as long as the tree is; one for all who see everything.</summary>
    public async Task<object?> Load(CancellationToken cancel)
    {
        var scope = await access.ScopeOf(InstitutesPermissions.Units.View, cancel);
        var figures = await cache.Get(tenant.Id ?? Guid.Empty, (nameof(OurInstitute), scope.Everything ? null : user.Actor?.PersonId), () => Count(scope, cancel));
        return figures.Length == 0 ? null : figures;
    }

    private async Task<SettingFigures[]> Count(UnitScope scope, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var units = tree.All.Where(u => !u.IsArchived && scope.Includes(u.Id)).ToLookup(u => UnitTree.SettingOf(u, tree));
        var counts = await people.BySetting(scope, cancel);
        return [.. Enum.GetValues<UnitSetting>().Select(setting => new SettingFigures(setting,
            units[setting].Count(u => u.Kind == UnitKind.District),
            units[setting].Count(u => u.Kind == UnitKind.County),
            units[setting].Count(u => u.Kind == UnitKind.School),
            units[setting].Count(u => u.Kind == UnitKind.Department),
            counts.GetValueOrDefault(setting))).Where(f => f.Districts + f.Counties + f.Schools + f.Departments + f.People > 0)];
    }
}
