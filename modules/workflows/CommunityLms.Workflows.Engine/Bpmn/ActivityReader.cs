using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Makes an activity of an element.</summary>
internal sealed class ActivityReader(Reading reading, FlowScope scope)
{
    public Activity? Read(XElement element)
    {
        var (id, name, properties) = (element.Text("id")!, Reading.NameOf(element), element.Properties());
        var (inputs, outputs) = (reading.Mappings(element, "input"), reading.Mappings(element, "output"));
        switch (element.Name.LocalName)
        {
            case "task" or "manualTask":
                return new PlainTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs };
            case "userTask":
                return new UserTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs };
            case "serviceTask":
                if (!properties.TryGetValue("activity", out var activity))
                    reading.Error(element, "{0} doesn't say which activity is to be done.");
                return new ServiceTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs, ActivityName = activity ?? "" };
            case "scriptTask":
                return Script(element, properties) is { } script
                    ? new ScriptTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs, Script = script, Result = properties.GetValueOrDefault("result") }
                    : null;
            case "sendTask":
                return TriggerReader.Message(reading, element, element) is { } sent
                    ? new SendTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs, Message = sent }
                    : null;
            case "receiveTask":
                if (element.Flag("instantiate") == true)
                    reading.Error(element, "{0}: a process starts with a start event, not with a task.");
                return TriggerReader.Message(reading, element, element) is { } awaited
                    ? new ReceiveTask { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs, Message = awaited }
                    : null;
            case "subProcess":
                if (element.Flag("triggeredByEvent") == true)
                    break;
                var sub = new SubProcess { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs };
                sub.Body = new ScopeReader(reading).Read(element, sub);
                return sub;
            case "callActivity":
                if (element.Text("calledElement") is { } called)
                    return new CallActivity { Id = id, Name = name, Scope = scope, Properties = properties, Inputs = inputs, Outputs = outputs, CalledProcess = called };
                reading.Error(element, "{0} doesn't say which process it calls.");
                return null;
        }
        reading.Error(element, "{0}: elements of the kind {1} can't be carried out.", element.Flag("triggeredByEvent") == true ? "eventSubProcess" : element.Name.LocalName);
        return null;
    }

    private Feel.FeelExpression? Script(XElement element, Dictionary<string, string> properties)
    {
        if (element.Text("scriptFormat") is { } format && !format.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
            reading.Error(element, "{0}: expressions are written in FEEL; this one says it is {1}.", format);
        else if (element.Element(Model + "script")?.Value is { Length: > 0 } script)
            return reading.Feel(element, script);
        else
            reading.Error(element, "{0} has nothing to compute.");
        return null;
    }
}
