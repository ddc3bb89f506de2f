using System.Net;
using System.Text;
using CommunityLms.Institutes.Accounts.Tokens;
using CommunityLms.Institutes.Sample;
using CommunityLms.Institutes.Seals;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>
/// The real host with both sample institutes. The city is attacked: it has at least one record of every kind. The county's administrator
/// attacks, who holds every permission of an institute but isn't the installation's administrator.
/// </summary>
public sealed class TwoInstitutes : IAsyncLifetime
{
    private const string AttackedAdmin = "admin", AttackingAdmin = "admin2";

    internal InstitutesHost Host { get; } = new();

    internal Guid Attacked { get; private set; }

    internal Guid Attacking { get; private set; }

    /// <summary>What the attacked held before anything was tried.</summary>
    internal Holdings Before { get; private set; } = null!;

    internal Values Values { get; private set; } = null!;

    internal Asking Asking { get; private set; } = null!;

    internal IReadOnlyList<Ask> Asks { get; private set; } = [];

    /// <summary>The names that stand for imports in addresses.</summary>
    internal IReadOnlyList<string> Importers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        (Attacked, Attacking) = ((await Host.ActorOf(AttackedAdmin)).Institute, (await Host.ActorOf(AttackingAdmin)).Institute);
        await Fill();
        Asks = await Ask.All(Host.Services);
        await SignIn();
        await Eventually.Be(NothingIsOnItsWay);
        (Before, var own) = await Hold();
        Values = new(this, own);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>What both hold now.</summary>
    internal async Task<(Holdings Attacked, Holdings Attacking)> Hold()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return Holdings.Of(await StoredRow.All(scope.ServiceProvider), Attacked, Attacking);
    }

    /// <summary>An event still to be handled, perhaps once more, would be a change that nobody's attack made.</summary>
    private bool NothingIsOnItsWay()
    {
        using var scope = Host.Services.CreateScope();
        return !scope.ServiceProvider.GetRequiredService<KernelDbContext>().Outbox.IgnoreQueryFilters([Filters.Tenant]).Any(m => m.State == OutboxState.Waiting);
    }

    private async Task Fill()
    {
        await Host.As(AttackedAdmin, async services =>
        {
            var imports = services.GetRequiredService<ImportRuns>();
            Importers = [.. services.Contributions<IImporter>().Select(i => i.Name)];
            var importer = await imports.Importer(Importers[0], CancellationToken.None);
            using var file = new MemoryStream(Encoding.UTF8.GetBytes("隔壁的一栏\n隔壁的一行\n"));
            await imports.Bring(importer, file, "隔壁的名单.csv", CancellationToken.None);
        });
        // The county's sample lacks what some addresses are about.
        await Host.As(AttackingAdmin, async services =>
        {
            var root = await InstitutesHost.Db(services).Units.SingleAsync(u => u.ParentId == null);
            await services.GetRequiredService<SetUpSeal>().Handle(new(root.Id, "县印", Image: null), CancellationToken.None);
        });
        var known = (await Hold()).Attacked.Rows.Select(r => r.Entity).ToHashSet();
        await Host.As(AttackedAdmin, services => Planting.Plant(services, known));
    }

    private async Task SignIn()
    {
        var cookies = new CookieContainer();
        using var signingIn = Host.Open(new CookieContainerHandler(cookies));
        var visitor = new Visitor(signingIn);
        await visitor.SignIn(AttackingAdmin + SampleSeed.Domain, SampleSeed.Password);
        var antiforgery = (await visitor.Open("/institutes/people")).Token!;
        var token = await Host.As(AttackingAdmin, async services =>
        {
            var held = await services.GetRequiredService<AccessTokenQueries>().Held(CancellationToken.None);
            return await services.GetRequiredService<CreateAccessToken>().Handle(new() { Name = "Attack", Permissions = [.. held.Select(p => p.Name)] }, CancellationToken.None);
        });
        Asking = new(Host.Open(), cookies.GetCookieHeader(new("https://localhost/")), antiforgery, token);
    }
}

/// <summary>One host for all that try to reach the other institute.</summary>
[CollectionDefinition(Name)]
public sealed class WithTwoInstitutes : ICollectionFixture<TwoInstitutes>
{
    public const string Name = "Two institutes";
}
