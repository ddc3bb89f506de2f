using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

internal static class Administrators
{
    /// <summary>The institute's administrator as they act when signed in.</summary>
    public static async Task<Actor> Administrator<TDatabase>(this MentoringHost<TDatabase> host) where TDatabase : TestDatabase, new() => await host.Actor(await host.As(null, async services =>
    {
        var root = (await services.GetRequiredService<IOrganisation>().Tree(CancellationToken.None)).Root!;
        return (await services.GetRequiredService<IRoles>().Holders(UsualRoles.Administrator, root.Id, CancellationToken.None))!.People[0].Id;
    }));
}
