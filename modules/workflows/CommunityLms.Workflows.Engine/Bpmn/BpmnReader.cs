using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>
/// Reads a BPMN 2.0 file (OMG formal/2013-12-09). The file itself is kept as it came, so that a round trip changes nothing;
/// what can't be carried out is named, element by element.
/// </summary>
public static class BpmnReader
{
    /// <summary>A larger file is refused.</summary>
    public const int MaximumLetters = BpmnXml.MaximumLetters;

    /// <summary>Reads the executable process of the file; the first one when none says so.</summary>
    public static BpmnFile Read(string xml)
    {
        var (definitions, broken) = Load(xml);
        if (definitions is null)
            return new(null, [broken!]);
        var reading = new Reading(definitions);
        var processes = definitions.Elements(Model + "process").ToList();
        if (processes.Count == 0)
            return new(null, [new Problem(null, ProblemSeverity.Error, "The file holds no process.")]);
        var process = processes.Find(p => p.Flag("isExecutable") == true) ?? processes[0];
        if (processes.Count > 1)
            reading.Warn(process, "The file holds several processes; {0} is the one that is carried out.");
        RequireEachIdOnce(reading, process);

        var graph = new ProcessGraph(process.Text("id") ?? "process", Reading.NameOf(process), new ScopeReader(reading).Read(process, null), process.Properties());
        return new(graph, [.. reading.Problems, .. GraphCheck.Of(graph)]);
    }

    /// <summary>Ids are one per file (XML Schema, xsd:ID); two nodes of one id in different scopes would be taken for each other.</summary>
    private static void RequireEachIdOnce(Reading reading, XElement process)
    {
        foreach (var twice in process.Descendants().Where(e => e.Name.Namespace == Model && e.Attribute("id") is not null).GroupBy(e => e.Attribute("id")!.Value, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            reading.Error(twice.First(), "{0}: the id {1} is there twice.", twice.Key);
            foreach (var later in twice.Skip(1))
                later.SetAttributeValue("id", null);
        }
    }
}
