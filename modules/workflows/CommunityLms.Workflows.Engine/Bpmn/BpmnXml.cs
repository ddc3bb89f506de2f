using System.Xml;
using System.Xml.Linq;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>The file as a tree of elements, and its namespaces. Refuses what a drawing never needs: entities, other files, more than 5 million letters.</summary>
internal static class BpmnXml
{
    public const int MaximumLetters = 5_000_000;
    private const int MaximumDepth = 200;

    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Lms = "https://communitylms.org/bpmn/1.0";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumLetters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>The root element, or the problem that kept the file from being read.</returns>
    public static (XElement? Root, Problem? Problem) Load(string text)
    {
        // The mark of its encoding stays in the kept file.
        text = text.TrimStart('\uFEFF');
        try
        {
            RequireShallow(text);
            using var reader = XmlReader.Create(new StringReader(text), s_settings);
            var root = XElement.Load(reader);
            return root.Name == Model + "definitions"
                ? (root, null)
                : (null, new Problem(null, ProblemSeverity.Error, "The file is XML, but no BPMN 2.0: it begins with {0}.", root.Name.LocalName));
        }
        catch (XmlException broken)
        {
            return (null, new Problem(null, ProblemSeverity.Error, "The file can't be read as XML, line {0}: {1}", broken.LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), broken.Message));
        }
    }

    public static string? Text(this XElement element, string attribute) => element.Attribute(attribute)?.Value is { Length: > 0 } value ? value : null;

    public static bool? Flag(this XElement element, string attribute) => element.Text(attribute) switch { "true" or "1" => true, "false" or "0" => false, _ => null };

    public static IEnumerable<XElement> Extensions(this XElement element, string name) => element.Element(Model + "extensionElements")?.Elements(Lms + name) ?? [];

    public static Dictionary<string, string> Properties(this XElement element) =>
        element.Attributes().Where(a => a.Name.Namespace == Lms).ToDictionary(a => a.Name.LocalName, a => a.Value, StringComparer.Ordinal);

    /// <summary>Whether the expression is written in another language than FEEL (clause 8.4.6, attribute language).</summary>
    public static bool IsForeign(this XElement expression) => expression.Text("language") is { } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase);

    /// <summary>XElement nests calls as deep as the file nests elements; a file made for that must not end the program.</summary>
    private static void RequireShallow(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), s_settings);
        while (reader.Read())
            if (reader.Depth > MaximumDepth)
                throw new XmlException($"Elements nest deeper than {MaximumDepth}.", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
    }
}
