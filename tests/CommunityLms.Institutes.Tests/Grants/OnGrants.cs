using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>What tests of grants need: somebody nobody else touches, and roles to give them.</summary>
public abstract class OnGrants(InstitutesHost host)
{
    private protected InstitutesHost Host { get; } = host;

    private protected DateOnly Today => Host.Clock.Today();

    private protected async Task<(Guid Account, Guid Person, Guid School)> Stranger()
    {
        var (school, account) = (await Host.UnitOf("admin", "Taiping Town Central Primary School"), Guid.CreateVersion7());
        return (account, await Host.Newcomer("admin", school, account), school);
    }

    private protected async Task<Guid> Give(Guid person, string builtIn, Guid unit, DateOnly? from = null, DateOnly? to = null)
    {
        var role = await RoleOf(builtIn);
        return await Host.As("admin", s => s.GetRequiredService<GiveGrant>().Handle(new(person, role, unit, from ?? Today, to), default));
    }

    private protected Task<Guid> RoleOf(string builtIn) => Host.As("admin", s => InstitutesHost.Db(s).Roles.Where(r => r.BuiltIn == builtIn).Select(r => r.Id).SingleAsync());

    private protected static Task<Guid> Stamp(IServiceProvider services, Guid grant) => InstitutesHost.Db(services).Grants.Where(g => g.Id == grant).Select(g => g.ConcurrencyStamp).SingleAsync();
}
