using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Entrusts a seal to a keeper and tells them, or takes it back. Like a role, nobody gives it to themselves.</summary>
internal sealed class EntrustSeal(InstitutesDbContext db, SealAccess seals, IOrganisation organisation, EscalationGuard guard, GrantNews news, TimeProvider clock) : IScopedDependency
{
    /// <param name="From">Today or later.</param>
    /// <param name="To">The last day; null for no end.</param>
    internal sealed record Input(Guid SealId, Guid PersonId, DateOnly From, DateOnly? To);

    public async Task Handle(Input input, CancellationToken cancel)
    {
        var seal = await seals.Load(input.SealId, cancel);
        var unit = (await organisation.Tree(cancel)).Find(seal.UnitId) ?? throw new RecordMissing("unit");
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == input.PersonId, cancel) ?? throw new RecordMissing("person");
        guard.RequireSomebodyElse(person.Id, SealRules.NotToYourself);
        if (unit.IsArchived)
            throw new RuleBroken(SealRules.UnitArchived, unit.Name);
        if (person.ArchivedOn is not null)
            throw new RuleBroken(SealRules.LeftTheInstitute, person.Name);
        if (input.From < clock.Today())
            throw new RuleBroken(SealRules.BeginsInThePast);
        var keeper = seal.Entrust(person.Id, input.From, input.To);
        db.Add(keeper);
        // Two who entrust or withdraw the same seal at once are told.
        db.ExpectVersion(seal, seal.ConcurrencyStamp);
        await db.SaveChangesAsync(cancel);
        await news.TellOfSeal(person, seal, unit, cancel);
    }

    public async Task TakeBack(Guid sealId, Guid keeperId, CancellationToken cancel)
    {
        var seal = await seals.Load(sealId, cancel);
        seal.TakeBack(keeperId, clock.Today());
        db.ExpectVersion(seal, seal.ConcurrencyStamp);
        await db.SaveChangesAsync(cancel);
    }
}
