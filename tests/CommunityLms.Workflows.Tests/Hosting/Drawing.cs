namespace CommunityLms.Workflows.Tests.Hosting;

/// <summary>Small drawings: a chain of elements from a start to an end, or whatever is written.</summary>
internal static class Drawing
{
    /// <summary>Start, these elements one after the other, end. Each is an element without its end: <c>userTask id="a" lms:role="member"</c>.</summary>
    public static string Chain(params string[] elements) => ChainIn("", "", elements);

    /// <param name="process">Attributes of the process.</param>
    /// <param name="outside">Messages and errors.</param>
    public static string ChainIn(string process, string outside, params string[] elements)
    {
        var ids = elements.Select(e => e.Split("id=\"")[1].Split('"')[0]).Prepend("start").Append("end").ToList();
        var flows = ids.Zip(ids.Skip(1), (from, to) => $"<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\" />");
        var nodes = elements.Select(e => e.Contains('>', StringComparison.Ordinal) ? $"<{e}</{e.Split(' ')[0]}>" : $"<{e} />");
        return Process(process, outside, $"<startEvent id=\"start\" />{string.Concat(nodes)}<endEvent id=\"end\" />{string.Concat(flows)}");
    }

    public static string Process(string attributes, string outside, string body) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lms="https://communitylms.org/bpmn/1.0" id="file" targetNamespace="urn:test">
          {outside}
          <process id="process" name="Process" isExecutable="true" {attributes}>{body}</process>
        </definitions>
        """;
}
