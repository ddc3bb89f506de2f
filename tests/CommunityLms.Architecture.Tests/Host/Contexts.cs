using CommunityLms.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>Every context has tables of its own and is migrated by the host.</summary>
[Collection(OnTheRunningHost.Name)]
public sealed class Contexts(RunningHost host)
{
    private static readonly IReadOnlyList<Type> All =
    [
        .. Repository.Product.SelectMany(p => p.Load().GetTypes()).Where(t => t.IsSubclassOf(typeof(DbContext)) && !t.IsAbstract),
    ];

    [Fact]
    public void Context_WhenDeclared_HasATablePrefixOfItsOwn()
    {
        var prefixes = All.Select(t => (Type: t, Prefix: t.GetCustomAttributes(typeof(TablePrefixAttribute), inherit: false).Cast<TablePrefixAttribute>().SingleOrDefault()?.Prefix)).ToList();

        prefixes.ShouldNotBeEmpty();
        prefixes.Where(p => p.Prefix is null).Select(p => $"{p.Type.Name} needs a [TablePrefix]").ShouldBeEmpty();
        prefixes.GroupBy(p => p.Prefix).Where(g => g.Count() > 1).Select(g => $"{g.Key} is the prefix of {string.Join(" and ", g.Select(p => p.Type.Name))}").ShouldBeEmpty();
    }

    [Fact]
    public void Context_WhenDeclared_IsMigratedByTheHost() =>
        host.Services.GetServices<ModuleContext>().Select(c => c.Type.Name).ShouldBe(All.Select(t => t.Name), ignoreOrder: true);
}
