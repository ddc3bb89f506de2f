using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Asks the other modules which units their records refer to.</summary>
internal sealed class ForeignReferences(IServiceProvider services, ILogger<ForeignReferences> log) : IScopedDependency
{
    /// <returns>Those of the units that must stay.</returns>
    public async Task<IReadOnlySet<Guid>> To(IReadOnlyCollection<Guid> units, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        foreach (var module in services.Contributions<IUnitReferences>())
            found.UnionWith(await Ask(module, units, cancel));
        return found;
    }

    /// <summary>A module that can't say may refer to any of them.</summary>
    private async Task<IReadOnlyCollection<Guid>> Ask(IUnitReferences module, IReadOnlyCollection<Guid> units, CancellationToken cancel)
    {
        try
        {
            return await module.ReferredTo(units, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogError(fault, "{Module} could not say which units its records refer to; they all stay", module.GetType().Assembly.GetName().Name);
            return units;
        }
    }
}

/// <summary>An import that added units can't be undone once another module's records refer to one of them.</summary>
internal sealed class ImportedUnitsStay(InstitutesDbContext db, ForeignReferences references) : IUndoGuard
{
    private const int Named = 5;

    public async Task RequireUnused(Type record, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (record != typeof(Unit) || await references.To(ids, cancel) is not { Count: > 0 } used)
            return;
        var some = used.Order().Take(Named).ToArray();
        var names = await db.Units.Where(u => some.Contains(u.Id)).OrderBy(u => u.Id).ToListAsync(cancel);
        throw new RuleBroken(UnitRules.ImportedAndUsed, used.Count, string.Join(Languages.IsChinese ? "、" : ", ", names.Select(u => u.LocalName)));
    }
}
