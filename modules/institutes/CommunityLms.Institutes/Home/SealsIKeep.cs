using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Dashboard;

namespace CommunityLms.Institutes.Home;

/// <param name="EndsSoonOn">The last day on which the person may use it, where that is near.</param>
/// <param name="MayOpen">Whether the reader may see the seal's page; keeping it doesn't include that.</param>
internal sealed record KeptSeal(Guid Id, string Name, LocalName Unit, bool HasImage, bool MayOpen, DateOnly? EndsSoonOn);

/// <summary>The seals the person keeps today.</summary>
internal sealed class SealsIKeep(ISeals seals, IOrganisation organisation, IAccess access, ICurrentUser user, TimeProvider clock) : IDashboardWidget
{
    public string Title => "Seals you keep";

    public string? Permission => null;

    public int Order => 20;

    public string Partial => "/Areas/Institutes/Pages/Home/_SealsIKeep.cshtml";

    public async Task<object?> Load(CancellationToken cancel)
    {
        if (user.Actor?.PersonId is not { } person || await seals.KeptBy(person, cancel) is not { Count: > 0 } kept)
            return null;
        var (tree, visible) = (await organisation.Tree(cancel), await access.ScopeOf(InstitutesPermissions.Seals.View, cancel));
        return kept.Select(s => new KeptSeal(s.Id, s.Name, tree.Find(s.UnitId)!.Name, s.ImageId is not null, visible.Includes(s.UnitId), s.EndsSoon(clock.Today()) ? s.LastDay : null)).ToList();
    }
}
