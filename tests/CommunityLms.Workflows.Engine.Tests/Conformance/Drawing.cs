using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityLms.Workflows.Engine.Tests.Conformance;

/// <summary>
/// Turns a drawing in words into BPMN 2.0 XML, so that a case can be read at a glance:
/// <code>
/// start s                      kinds: start end catch throw task user service script send receive call xor and sub boundary
/// user a each=people item=p    attributes: what is not known here becomes an lms: attribute
/// s -> x -[amount > 5]-> a     arrows; "-[default]->" marks the usual way
/// </code>
/// A sub-process holds the lines up to its <c>}</c>.
/// </summary>
internal static partial class Drawing
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly string[] s_ofEach = ["item", "result", "results", "whenEmpty"];
    private static readonly XNamespace Lms = "https://communitylms.org/bpmn/1.0";

    public static string ToXml(IEnumerable<string> lines)
    {
        var definitions = new XElement(Bpmn + "definitions", new XAttribute(XNamespace.Xmlns + "lms", Lms));
        var open = new Stack<XElement>([new XElement(Bpmn + "process", new XAttribute("id", "p"), new XAttribute("isExecutable", true))]);
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line == "}")
                open.Pop();
            else if (Arrow().IsMatch(line))
                Connect(open.Peek(), line);
            else
            {
                var element = Element(definitions, line);
                open.Peek().Add(element);
                if (line.EndsWith('{'))
                    open.Push(element);
            }
        }
        definitions.Add(open.Single());
        return definitions.ToString();
    }

    private static XElement Element(XElement definitions, string line)
    {
        var words = Word().Matches(line.TrimEnd('{', ' ')).Select(m => m.Value).ToList();
        var (kind, id) = (words[0], words[1]);
        var attributes = words.Skip(2).Select(w => w.Split('=', 2)).ToDictionary(w => w[0], w => w.Length > 1 ? w[1].Trim('"') : "true", StringComparer.Ordinal);
        string? Take(string name) => attributes.Remove(name, out var value) ? value : null;

        var element = new XElement(Bpmn + Name(kind), new XAttribute("id", id));
        if (Take("on") is { } attachedTo)
            element.SetAttributeValue("attachedToRef", attachedTo);
        if (Take("beside") is not null)
            element.SetAttributeValue("cancelActivity", false);
        foreach (var (name, definition) in new[] { ("date", "timeDate"), ("after", "timeDuration"), ("every", "timeCycle") })
            if (Take(name) is { } time)
                element.Add(new XElement(Bpmn + "timerEventDefinition", new XElement(Bpmn + definition, time)));
        if (Take("workingDays") is { } days)
            element.Add(new XElement(Bpmn + "timerEventDefinition", new XAttribute(Lms + "workingDays", days)));
        if (Take("message") is { } message)
            Refer(definitions, element, "message", kind is "send" or "receive", message, new XAttribute("name", message));
        if (Take("error") is { } error)
            Refer(definitions, element, "error", false, error == "true" ? null : error, new XAttribute("errorCode", error));
        if (Take("terminate") is not null)
            element.Add(new XElement(Bpmn + "terminateEventDefinition"));
        if (Take("script") is { } script)
            element.Add(new XElement(Bpmn + "script", script));
        if (Take("calls") is { } called)
            element.SetAttributeValue("calledElement", called);
        foreach (var (name, mapping) in attributes.Where(a => a.Key.StartsWith("in:", StringComparison.Ordinal) || a.Key.StartsWith("out:", StringComparison.Ordinal)).ToList())
            Map(element, Take(name) is null ? "" : name, mapping);
        if (Repetition(Take) is { } repetition)
            element.Add(repetition);
        element.Add(attributes.Select(a => new XAttribute(Lms + a.Key, a.Value)));
        return element;
    }

    private static XElement? Repetition(Func<string, string?> take)
    {
        if (take("while") is { } condition)
            return new XElement(Bpmn + "standardLoopCharacteristics", new XAttribute("testBefore", take("testBefore") is not null),
                take("maximum") is { } maximum ? new XAttribute("loopMaximum", maximum) : null, new XElement(Bpmn + "loopCondition", condition));
        var (times, each) = (take("times"), take("each"));
        return times is null && each is null ? null : new XElement(Bpmn + "multiInstanceLoopCharacteristics", new XAttribute("isSequential", take("inOrder") is not null),
            each is null ? null : new XAttribute(Lms + "collection", each),
            s_ofEach.Select(name => take(name) is { } value ? new XAttribute(Lms + name, value) : null),
            times is null ? null : new XElement(Bpmn + "loopCardinality", times),
            take("until") is { } until ? new XElement(Bpmn + "completionCondition", until) : null);
    }

    private static void Map(XElement element, string name, string source)
    {
        var parts = name.Split(':');
        var extensions = element.Element(Bpmn + "extensionElements");
        if (extensions is null)
            element.AddFirst(extensions = new XElement(Bpmn + "extensionElements"));
        extensions.Add(new XElement(Lms + (parts[0] == "in" ? "input" : "output"), new XAttribute("target", parts[1]), new XAttribute("source", source)));
    }

    private static void Refer(XElement definitions, XElement element, string kind, bool directly, string? name, XAttribute says)
    {
        var reference = name is null ? null : new XAttribute($"{kind}Ref", $"{kind}-{name}");
        if (name is not null && definitions.Elements().All(e => e.Attribute("id")!.Value != $"{kind}-{name}"))
            definitions.Add(new XElement(Bpmn + kind, new XAttribute("id", $"{kind}-{name}"), says));
        element.Add(directly ? reference : new XElement(Bpmn + $"{kind}EventDefinition", reference));
    }

    private static void Connect(XElement scope, string line)
    {
        var conditions = Arrow().Matches(line).Select(m => m.Groups["condition"].Value).ToList();
        var nodes = Arrow().Replace(line, "\n").Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < conditions.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{nodes[i]}-{nodes[i + 1]}");
            for (var again = 2; scope.Elements().Any(e => e.Attribute("id")?.Value == id); again++)
                id = string.Create(CultureInfo.InvariantCulture, $"{nodes[i]}-{nodes[i + 1]}-{again}");
            scope.Add(new XElement(Bpmn + "sequenceFlow", new XAttribute("id", id), new XAttribute("sourceRef", nodes[i]), new XAttribute("targetRef", nodes[i + 1]),
                conditions[i] is "" or "default" ? null : new XElement(Bpmn + "conditionExpression", conditions[i])));
            if (conditions[i] == "default")
                scope.Elements().First(e => e.Attribute("id")?.Value == nodes[i]).SetAttributeValue("default", id);
        }
    }

    private static string Name(string kind) => kind switch
    {
        "start" => "startEvent",
        "end" => "endEvent",
        "catch" => "intermediateCatchEvent",
        "throw" => "intermediateThrowEvent",
        "boundary" => "boundaryEvent",
        "xor" => "exclusiveGateway",
        "and" => "parallelGateway",
        "sub" => "subProcess",
        "call" => "callActivity",
        "task" => "task",
        _ => $"{kind}Task",
    };

    [GeneratedRegex(@"-(?:\[(?<condition>[^\]]*(?:\[[^\]]*\][^\]]*)*)\]-)?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex("""[^\s="]+="[^"]*"|\S+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
