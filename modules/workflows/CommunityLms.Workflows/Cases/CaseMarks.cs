using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Cases;

/// <summary>What of a case is done, here now, waiting for others or failed, element by element, as its drawing shows it.</summary>
internal static class CaseMarks
{
    public static IReadOnlyDictionary<string, string> Of(CaseView view)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in view.Journal.SelectMany(e => e.ReadLines()).Where(l => l is { Kind: JournalKind.Completed, NodeId: not null }))
            marks[line.NodeId!] = "done";
        foreach (var node in view.State.Nodes)
            marks[node.NodeId] = view.Graph.Find(node.NodeId) is CatchEvent or ReceiveTask ? "waiting" : "here";
        foreach (var incident in view.Incidents)
            marks[incident.NodeId] = "failed";
        return marks;
    }
}
