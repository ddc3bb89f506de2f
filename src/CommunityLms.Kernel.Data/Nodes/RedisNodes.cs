using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace CommunityLms.Kernel.Data.Nodes;

/// <summary>Talks over one channel of Redis publish/subscribe. While Redis is away nothing is told, and the nodes follow by themselves.</summary>
internal sealed class RedisNodes(ConfigurationOptions options, ILogger<RedisNodes> log) : BackgroundService, INodes
{
    private static readonly RedisChannel Channel = new("communitylms", RedisChannel.PatternMode.Literal);
    private readonly string _self = Guid.CreateVersion7().ToString("N");
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Action<string>>> _listeners = new();
    private volatile ConnectionMultiplexer? _redis;
    private int _isAway;

    public bool? IsConnected => _redis is { } redis && redis.GetSubscriber().IsConnected(Channel);

    public void Tell(string topic, string about = "")
    {
        if (_redis is not { IsConnected: true } redis)
            return;
        try
        {
            redis.GetSubscriber().Publish(Channel, $"{_self} {topic} {about}", CommandFlags.FireAndForget);
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            NoteAway(fault);
        }
    }

    public void Listen(string topic, Action<string> heard) => _listeners.GetOrAdd(topic, _ => new()).Enqueue(heard);

    /// <summary>The connection is looked for beside the start of the host, and again for as long as it takes.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var redis = await ConnectionMultiplexer.ConnectAsync(options);
            redis.ConnectionFailed += (_, failed) => NoteAway(failed.Exception);
            redis.ConnectionRestored += (_, _) => NoteBack();
            if (!redis.IsConnected)
                NoteAway(fault: null);
            // Kept by the client over every new connection, also over a first one that comes later.
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, message) => Hear(message), CommandFlags.FireAndForget);
            _redis = redis;
        }
        catch (RedisException fault)
        {
            NoteAway(fault);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _redis, null) is { } redis)
            await redis.CloseAsync(allowCommandsToComplete: false);
    }

    private void Hear(string? message)
    {
        if (message?.Split(' ', 3) is not [var node, var topic, var about] || node == _self || !_listeners.TryGetValue(topic, out var listeners))
            return;
        foreach (var heard in listeners)
            try
            {
                heard(about);
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "What another node told of {Topic} could not be used", topic);
            }
    }

    /// <summary>Once, however often the client tries again.</summary>
    private void NoteAway(Exception? fault)
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
            log.LogWarning(fault, "Redis doesn't answer; until it does, other nodes see changes a little later");
    }

    private void NoteBack()
    {
        if (Interlocked.Exchange(ref _isAway, 0) == 1)
            log.LogInformation("Redis answers again");
    }
}

internal static class NodesSetup
{
    /// <summary>Section "Redis" of the configuration; without a connection the nodes are silent.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Redis:Connection"] is not { Length: > 0 } connection)
            return services.AddSingleton<INodes, SilentNodes>();
        var options = ConfigurationOptions.Parse(connection);
        // A Redis that is away at the start keeps nobody from working.
        options.AbortOnConnectFail = false;
        return services
            .AddSingleton(provider => new RedisNodes(options, provider.GetRequiredService<ILogger<RedisNodes>>()))
            .AddSingleton<INodes>(provider => provider.GetRequiredService<RedisNodes>())
            .AddHostedService(provider => provider.GetRequiredService<RedisNodes>());
    }
}
