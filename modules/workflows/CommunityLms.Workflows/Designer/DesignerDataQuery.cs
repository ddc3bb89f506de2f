using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Designer;

/// <summary>What the designer has to draw with (ClientApp/src/designer/types.ts), in the drawer's language.</summary>
/// <param name="Version">The version of the draft, for If-Match.</param>
internal sealed record DesignerData(Guid Id, string Xml, string Name, string Version, IReadOnlyList<ActivityOffer> Activities, IReadOnlyList<Named> Roles, IReadOnlyList<Named> Forms, IReadOnlyList<Named> Workflows);

internal sealed record Named(string Key, string Name);

internal sealed record ActivityOffer(string Key, string Name, string Module, IReadOnlyList<ActivityInput> Inputs, IReadOnlyList<Named> Outputs);

internal sealed record ActivityInput(string Key, string Name, bool Required);

internal sealed class DesignerDataQuery(WorkflowsDbContext db, ActivityCatalog activities, IRoles roles, Translations translations) : IScopedDependency
{
    public async Task<DesignerData> For(Definition definition, CancellationToken cancel) => new(
        definition.Id, definition.Draft, definition.Name, $"\"{definition.ConcurrencyStamp:N}\"",
        [.. activities.All.Select(Offer)],
        [.. (await roles.All(cancel)).Select(r => new Named(r.Key, r.Name.ToString()))],
        await db.Forms.Where(f => f.DefinitionId == definition.Id).OrderBy(f => f.Name).Select(f => new Named(f.Key, f.Name)).ToListAsync(cancel),
        await db.Definitions.Where(d => d.CurrentVersionId != null && d.ArchivedOn == null).OrderBy(d => d.Name).Select(d => new Named(d.Key, d.Name)).ToListAsync(cancel));

    private ActivityOffer Offer(ActivityDescription activity)
    {
        var texts = translations.For(typeof(DesignerDataQuery).Assembly);
        return new(activity.Name, texts[activity.DisplayName], texts[activity.Name.Split('.')[0]],
            [.. activity.Inputs.Select(i => new ActivityInput(i.Name, texts[i.DisplayName], i.IsRequired))], [.. activity.Outputs.Select(o => new Named(o.Name, texts[o.DisplayName]))]);
    }
}
