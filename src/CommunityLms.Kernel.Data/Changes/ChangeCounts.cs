using System.Collections.Concurrent;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Data.Changes;

/// <summary>
/// Counts what was saved in each institute, and outside of any, on this node and on those that tell it. What was made of the data under one
/// count holds until the count is another.
/// </summary>
public sealed class ChangeCounts : ISingletonDependency
{
    private const string Topic = "Kernel.Changes";
    private static readonly TimeSpan WhenTold = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhenNotTold = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Guid, long> _counts = new();
    private readonly INodes _nodes;
    private readonly DatabaseOptions _database;

    public ChangeCounts(INodes nodes, DatabaseOptions database)
    {
        (_nodes, _database) = (nodes, database);
        nodes.Listen(Topic, institute => Count(Guid.Parse(institute)));
    }

    /// <summary>For how long a count may be trusted: a file of SQLite has one node, and others may not tell what they save.</summary>
    public TimeSpan Lifetime => _nodes.IsConnected == true || _database.File is not null ? WhenTold : WhenNotTold;

    /// <summary>Another text after each save that may concern the institute.</summary>
    public string Of(Guid? institute) => $"{_counts.GetValueOrDefault(Guid.Empty)}.{(institute is { } id ? _counts.GetValueOrDefault(id) : 0)}";

    /// <summary>Every save is noted by itself. Whoever keeps data in memory notes once more when that is dropped, since pages may have been made of it meanwhile.</summary>
    public void Note(Guid? institute)
    {
        Count(institute ?? Guid.Empty);
        _nodes.Tell(Topic, (institute ?? Guid.Empty).ToString());
    }

    private void Count(Guid institute) => _counts.AddOrUpdate(institute, 1, (_, before) => before + 1);
}
