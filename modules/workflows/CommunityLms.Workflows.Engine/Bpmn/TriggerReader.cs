using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Reads what an event waits for or brings about.</summary>
internal static partial class TriggerReader
{
    private const string Suffix = "EventDefinition";

    /// <summary>Null for an event without definition; also when a problem was noted.</summary>
    public static Trigger? Read(Reading reading, XElement element)
    {
        var definitions = element.Elements().Where(e => e.Name.Namespace == Model && e.Name.LocalName.EndsWith(Suffix, StringComparison.Ordinal)).ToList();
        if (definitions.Count > 1)
            reading.Error(element, "{0} has several triggers; draw an event for each.");
        return definitions.Count == 0 ? null : Read(reading, element, definitions[0]);
    }

    public static MessageTrigger? Message(Reading reading, XElement element, XElement definition)
    {
        var message = reading.Root(definition.Text("messageRef"));
        if (message?.Text("name") is not { } name)
        {
            reading.Error(element, "{0} names no message.");
            return null;
        }
        var key = definition.Attribute(Lms + "key") ?? element.Attribute(Lms + "key") ?? message.Attribute(Lms + "key");
        return new MessageTrigger(name, key is null ? null : reading.Feel(element, key.Value));
    }

    private static Trigger? Read(Reading reading, XElement element, XElement definition)
    {
        switch (definition.Name.LocalName[..^Suffix.Length])
        {
            case "message": return Message(reading, element, definition);
            case "timer": return Timer(reading, element, definition);
            case "error": return new ErrorTrigger(definition.Text("errorRef") is { } reference ? reading.Root(reference)?.Text("errorCode") ?? reference : null);
            case "terminate": return new TerminateTrigger();
            case var other:
                reading.Error(element, "{0}: events of the kind {1} can't be carried out.", other);
                return null;
        }
    }

    private static TimerTrigger? Timer(Reading reading, XElement element, XElement definition)
    {
        if (definition.Attribute(Lms + "workingDays") is { } days)
            return reading.Feel(element, days.Value) is { } count ? new TimerTrigger(TimerKind.WorkingDays, count) : null;
        foreach (var kind in new[] { TimerKind.Date, TimerKind.Duration, TimerKind.Cycle })
            if (definition.Element(Model + $"time{kind}") is { } time && !string.IsNullOrWhiteSpace(time.Value))
                return Timer(reading, element, kind, time.Value.Trim());
        reading.Error(element, "{0} doesn't say when.");
        return null;
    }

    /// <summary>ISO 8601 as other tools write it (clause 10.5.5) becomes FEEL; everything else is FEEL already.</summary>
    private static TimerTrigger? Timer(Reading reading, XElement element, TimerKind kind, string text)
    {
        int? times = 1;
        if (kind == TimerKind.Cycle)
        {
            times = null;
            if (Repeating().Match(text) is { Success: true } cycle)
            {
                times = cycle.Groups["times"] is { Length: > 0 } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : null;
                text = cycle.Groups["rest"].Value;
            }
        }
        var feel = IsoDuration().IsMatch(text) ? $"duration(\"{text}\")" : IsoMoment().IsMatch(text) ? $"date and time(\"{text}\")" : text;
        return reading.Feel(element, feel) is { } when ? new TimerTrigger(kind, when, times) : null;
    }

    [GeneratedRegex(@"^R(?<times>\d{0,6})/(?<rest>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Repeating();

    [GeneratedRegex(@"^-?P[0-9YMWDTHS.]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoDuration();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T[0-9:.]+(Z|[+-]\d{2}:\d{2})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoMoment();
}
