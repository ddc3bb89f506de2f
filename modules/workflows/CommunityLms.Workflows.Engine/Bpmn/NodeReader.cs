using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Makes a node of an element; boundary events come later, when the activity they watch is known.</summary>
internal sealed class NodeReader(Reading reading, FlowScope scope)
{
    /// <summary>Elements of a scope that carry no token: data, lanes, notes and what tools add.</summary>
    private static readonly HashSet<string> s_silent = new(StringComparer.Ordinal)
    {
        "sequenceFlow", "boundaryEvent", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "documentation", "extensionElements", "textAnnotation", "association", "group",
        "property", "ioSpecification", "dataInputAssociation", "dataOutputAssociation", "incoming", "outgoing", "category", "monitoring", "auditing", "supports", "resourceRole", "potentialOwner",
        "humanPerformer", "performer", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "ioBinding", "artifact", "correlationSubscription",
    };

    /// <summary>Null for what is no node, and for what can't be carried out (noted as a problem).</summary>
    public FlowNode? Read(XElement element)
    {
        if (element.Name.Namespace != Model || s_silent.Contains(element.Name.LocalName))
            return null;
        if (element.Text("id") is null)
        {
            reading.Error(element, "{0} has no id.");
            return null;
        }
        return element.Name.LocalName switch
        {
            "startEvent" => Start(element),
            "endEvent" => End(element),
            "intermediateCatchEvent" => Catch(element),
            "intermediateThrowEvent" => Throw(element),
            "exclusiveGateway" => new ExclusiveGateway { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties() },
            "parallelGateway" => new ParallelGateway { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties() },
            _ => Work(element),
        };
    }

    public BoundaryEvent? ReadBoundary(XElement element, IReadOnlyDictionary<string, FlowNode> nodes)
    {
        if (element.Text("attachedToRef") is not { } reference || nodes.GetValueOrDefault(reference) is not Activity attachedTo)
        {
            reading.Error(element, "{0} isn't attached to an activity.");
            return null;
        }
        var trigger = TriggerReader.Read(reading, element);
        if (trigger is null or TerminateTrigger)
        {
            reading.Error(element, "{0} needs a time, a message or an error to wait for.");
            return null;
        }
        var interrupting = element.Flag("cancelActivity") ?? true;
        if (!interrupting && trigger is ErrorTrigger)
            reading.Error(element, "{0}: an error always ends the activity.");
        return new BoundaryEvent { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties(), AttachedTo = attachedTo, Trigger = trigger, Interrupting = interrupting };
    }

    private StartEvent Start(XElement element)
    {
        var trigger = TriggerReader.Read(reading, element);
        if (trigger is TerminateTrigger or ErrorTrigger || (trigger is not null && scope.Owner is not null))
            reading.Error(element, "{0}: nothing can start here in this way.");
        return new() { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties(), Trigger = trigger };
    }

    private EndEvent End(XElement element)
    {
        var result = TriggerReader.Read(reading, element);
        if (result is TimerTrigger)
            reading.Error(element, "{0}: a time can't be an end.");
        if (result is ErrorTrigger { Code: null })
            reading.Error(element, "{0} doesn't say which error it is.");
        return new() { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties(), Result = result };
    }

    private CatchEvent? Catch(XElement element)
    {
        var trigger = TriggerReader.Read(reading, element);
        if (trigger is MessageTrigger or TimerTrigger)
            return new() { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties(), Trigger = trigger };
        reading.Error(element, "{0} needs a time or a message to wait for.");
        return null;
    }

    private ThrowEvent Throw(XElement element)
    {
        var trigger = TriggerReader.Read(reading, element);
        if (trigger is not (null or MessageTrigger))
            reading.Error(element, "{0}: only a message can be sent on the way.");
        return new() { Id = Id(element), Name = Reading.NameOf(element), Scope = scope, Properties = element.Properties(), Message = trigger as MessageTrigger };
    }

    private Activity? Work(XElement element)
    {
        var work = new ActivityReader(reading, scope).Read(element);
        if (work is null)
            return null;
        work.Repetition = RepetitionReader.Read(reading, element);
        if (element.Flag("isForCompensation") == true)
            reading.Error(element, "{0}: undoing work by compensation can't be carried out.");
        return work;
    }

    private static string Id(XElement element) => element.Text("id")!;
}
