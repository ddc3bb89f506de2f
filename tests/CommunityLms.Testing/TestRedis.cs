using System.Globalization;
using System.Net.Sockets;
using Xunit;

namespace CommunityLms.Testing;

/// <summary>The Redis that COMMUNITYLMS_TEST_REDIS names, for example "127.0.0.1:6379".</summary>
public static class TestRedis
{
    private const string Variable = "COMMUNITYLMS_TEST_REDIS";
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Where nothing listens.</summary>
    public const string Down = "127.0.0.1:1,connectTimeout=200,syncTimeout=200";

    /// <summary>A connection on which only those hear each other that share it. A test that asks for it is skipped, with the reason, where there is no Redis.</summary>
    public static string Connection()
    {
        Assert.SkipWhen(string.IsNullOrWhiteSpace(Server), $"No Redis: set {Variable} to its address.");
        return $"{Server},channelPrefix={Guid.CreateVersion7():N}";
    }

    /// <summary>Ends the connections of all that listen, as a Redis that is restarted does.</summary>
    public static async Task BreakConnections()
    {
        var address = Server!.Split(':');
        using var plain = new TcpClient();
        await plain.ConnectAsync(address[0], int.Parse(address[1], CultureInfo.InvariantCulture));
        await plain.GetStream().WriteAsync("CLIENT KILL TYPE pubsub\r\n"u8.ToArray());
        // The answer says how many.
        await plain.GetStream().ReadExactlyAsync(new byte[1]);
    }
}
