using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Grants;

/// <summary>What the signed-in person may do.</summary>
[OpenToAccounts("Everybody may know what they may do.")]
internal sealed class MineModel(PersonPowersQuery powers, ISeals seals, IOrganisation organisation, ICurrentUser user) : LmsPageModel
{
    /// <summary>Null where the account is nobody in this institute.</summary>
    internal PersonPowers? Powers { get; private set; }

    internal IReadOnlyList<(SealInfo Seal, string Unit)> Seals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (user.Actor?.PersonId is not { } person)
            return;
        Powers = await powers.Own(person, cancel);
        var tree = await organisation.Tree(cancel);
        Seals = [.. (await seals.KeptBy(person, cancel)).Select(s => (s, tree.Find(s.UnitId)!.Name.ToString()))];
    }
}
