using System.Globalization;
using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Reads how often an activity is done: <c>standardLoopCharacteristics</c> or <c>multiInstanceLoopCharacteristics</c>.</summary>
internal static class RepetitionReader
{
    public static Repetition? Read(Reading reading, XElement element) =>
        element.Element(Model + "standardLoopCharacteristics") is { } loop ? Loop(reading, element, loop)
        : element.Element(Model + "multiInstanceLoopCharacteristics") is { } several ? Several(reading, element, several)
        : null;

    private static StandardLoop? Loop(Reading reading, XElement element, XElement loop)
    {
        var condition = reading.Feel(element, loop.Element(Model + "loopCondition"));
        var maximum = Number(loop.Text("loopMaximum"));
        if (condition is null && maximum is null)
        {
            reading.Error(element, "{0} repeats without saying until when.");
            return null;
        }
        return (condition ?? reading.Feel(element, "true")) is { } goesOn ? new StandardLoop(goesOn, loop.Flag("testBefore") ?? false, maximum) : null;
    }

    /// <summary>
    /// The list comes from <c>lms:collection</c> and its companions on the element, or from <c>loopDataInputRef</c> and <c>inputDataItem</c>
    /// where these name a variable (clause 10.3.8.2).
    /// </summary>
    private static MultiInstance? Several(Reading reading, XElement element, XElement several)
    {
        var cardinality = reading.Feel(element, several.Element(Model + "loopCardinality"));
        var list = several.Attribute(Lms + "collection")?.Value ?? several.Element(Model + "loopDataInputRef")?.Value;
        var collection = list is null ? null : reading.Feel(element, list);
        if (cardinality is null && collection is null)
        {
            reading.Error(element, "{0} is to be done several times without saying for whom or how often.");
            return null;
        }
        var results = several.Attribute(Lms + "results")?.Value ?? several.Element(Model + "loopDataOutputRef")?.Value;
        var result = several.Attribute(Lms + "result")?.Value ?? Name(several.Element(Model + "outputDataItem"));
        return new MultiInstance(
            several.Flag("isSequential") ?? false,
            cardinality,
            collection,
            several.Attribute(Lms + "item")?.Value ?? Name(several.Element(Model + "inputDataItem")),
            results is null || result is null ? null : reading.Feel(element, result),
            results,
            reading.Feel(element, several.Element(Model + "completionCondition")),
            several.Attribute(Lms + "whenEmpty")?.Value switch
            {
                "complete" => EmptyList.Complete,
                "incident" => EmptyList.RaiseIncident,
                _ => element.Name == Model + "userTask" ? EmptyList.RaiseIncident : EmptyList.Complete,
            });
    }

    private static string? Name(XElement? item) => item?.Text("name") ?? item?.Text("id");

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
