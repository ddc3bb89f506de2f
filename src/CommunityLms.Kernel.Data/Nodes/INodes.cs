namespace CommunityLms.Kernel.Data.Nodes;

/// <summary>
/// Tells the other nodes of the installation at once what they would find out by themselves a little later: that something they keep in memory
/// is stale, or that work waits. A hint that gets lost does no harm, so nobody waits for one.
/// </summary>
public interface INodes
{
    /// <summary>Null where this node is not meant to talk to others.</summary>
    bool? IsConnected { get; }

    /// <summary>Never throws, and returns at once.</summary>
    /// <param name="topic">Module.Matter, without spaces.</param>
    /// <param name="about">Which record it concerns; no personal data.</param>
    void Tell(string topic, string about = "");

    /// <summary>What to do when another node tells; called for as long as the process lives, so only singletons listen.</summary>
    void Listen(string topic, Action<string> heard);
}

/// <summary>One node, or several without Redis: each finds out by itself.</summary>
internal sealed class SilentNodes : INodes
{
    public bool? IsConnected => null;

    public void Tell(string topic, string about = "")
    {
    }

    public void Listen(string topic, Action<string> heard)
    {
    }
}
