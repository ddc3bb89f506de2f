using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Nodes;

/// <summary>Two nodes that talk through Redis.</summary>
public sealed class NodesTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    private const string Rarely = "01:00:00";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly Setting<int> _seats = new($"Sample.Seats{Guid.CreateVersion7():N}", "Seats", 30, SettingLevels.Host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Setting_WhenChangedOnOneNode_IsSeenByTheOtherAtOnce()
    {
        var redis = TestRedis.Connection();
        await using var one = await Start(redis);
        await using var two = await Start(redis);
        (await Seats(two)).ShouldBe(30);
        var told = Told(two, "Kernel.Settings");

        await Set(one, "31");

        await told.WaitAsync(Soon, Cancel);
        (await Seats(two)).ShouldBe(31);
        (await Seats(one)).ShouldBe(31);
    }

    [Fact]
    public async Task Event_WhenTheNodeThatRaisedItIsBusy_IsTakenByTheOtherAtOnce()
    {
        var redis = TestRedis.Connection();
        await using var busy = await Start(redis, services => services.Remove(services.Single(s => s.ImplementationType == typeof(OutboxDispatcher))));
        await using var free = await Start(redis);

        await busy.Do(Guid.CreateVersion7(), new Actor(Guid.CreateVersion7(), "Li Na"), async s =>
        {
            var db = s.GetRequiredService<SampleDbContext>();
            db.Add(Visit.Of("from afar"));
            await db.SaveChangesAsync(Cancel);
        });

        await Eventually.Be(() => free.Journal.Count("greeted from afar") == 1);
    }

    [Fact]
    public async Task Redis_WhenItIsAway_BreaksNothingAndIsLoggedOnce()
    {
        await using var host = await Start(TestRedis.Down);
        await Eventually.Be(() => host.Log.All.Contains("Redis doesn't answer", StringComparison.Ordinal));

        for (var seats = 32; seats < 36; seats++)
            await Set(host, $"{seats}");

        (await Seats(host)).ShouldBe(35);
        host.Services.GetRequiredService<INodes>().IsConnected.ShouldBe(false);
        host.Log.All.Split("Redis doesn't answer").Length.ShouldBe(2, host.Log.All);
    }

    [Fact]
    public async Task Nodes_WithoutRedis_AreSilent()
    {
        await using var host = await KernelHost.Start(database);
        host.Services.GetRequiredService<INodes>().IsConnected.ShouldBeNull();
        await Set(host, "40");
        (await Seats(host)).ShouldBe(40);
    }

    [Fact]
    public async Task Talk_WhenSomebodyTellsNonsense_GoesOn()
    {
        var redis = TestRedis.Connection();
        await using var one = await Start(redis);
        await using var two = await Start(redis);
        await Seats(two);
        one.Services.GetRequiredService<INodes>().Tell("Kernel.Settings", "no id");
        var told = Told(two, "Kernel.Settings");

        await Set(one, "50");

        await told.WaitAsync(Soon, Cancel);
        (await Seats(two)).ShouldBe(50);
    }

    [Fact]
    public async Task Talk_WhenTheConnectionBroke_GoesOn()
    {
        var redis = TestRedis.Connection();
        await using var one = await Start(redis);
        await using var two = await Start(redis);
        var told = Told(two, "Kernel.Settings");
        await TestRedis.BreakConnections();

        var seats = 60;
        await Eventually.Get(async () =>
        {
            await Set(one, $"{seats++}");
            return told.IsCompleted;
        }, isTold => isTold);
    }

    /// <summary>A node that would follow by itself only after the test is over.</summary>
    private async Task<KernelHost> Start(string redis, Action<IServiceCollection>? add = null)
    {
        var host = await KernelHost.StartWith(database, add ?? (_ => { }), ("Redis:Connection", redis), ("Outbox:LookEvery", Rarely));
        if (redis != TestRedis.Down)
            await Eventually.Be(() => host.Services.GetRequiredService<INodes>().IsConnected == true);
        return host;
    }

    /// <summary>Done once the node has been told and everybody before has listened.</summary>
    private static Task Told(KernelHost host, string topic)
    {
        var told = new TaskCompletionSource();
        host.Services.GetRequiredService<INodes>().Listen(topic, about =>
        {
            if (Guid.TryParse(about, out _))
                told.TrySetResult();
        });
        return told.Task;
    }

    private Task<int> Seats(KernelHost host) => host.In(tenant: null, actor: null, s => s.GetRequiredService<ISettings>().Get(_seats, Cancel));

    private Task Set(KernelHost host, string seats) => host.Do(tenant: null, actor: null, s => s.GetRequiredService<ISettings>().Set(_seats, SettingLevels.Host, seats, Cancel));
}
