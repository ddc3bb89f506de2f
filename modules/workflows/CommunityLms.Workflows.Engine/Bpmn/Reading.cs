using System.Xml.Linq;
using CommunityLms.Workflows.Engine.Feel;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>What reading one file needs throughout: what the file declares at its root, and the problems found so far.</summary>
internal sealed class Reading(XElement definitions)
{
    private readonly ILookup<string, XElement> _roots = definitions.Elements().Where(e => e.Attribute("id") is not null).ToLookup(e => e.Attribute("id")!.Value, StringComparer.Ordinal);

    public List<Problem> Problems { get; } = [];

    /// <summary>The message, error or other root element that a reference (a QName in the file) points to.</summary>
    public XElement? Root(string? reference) => reference is null ? null : _roots[reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..]].FirstOrDefault();

    public void Error(XElement element, string text, params string[] arguments) => Add(element, ProblemSeverity.Error, text, arguments);

    public void Warn(XElement element, string text, params string[] arguments) => Add(element, ProblemSeverity.Warning, text, arguments);

    /// <summary>An expression element such as <c>conditionExpression</c>; null when it is absent or a problem was noted.</summary>
    public FeelExpression? Feel(XElement owner, XElement? expression)
    {
        if (expression is null || string.IsNullOrWhiteSpace(expression.Value))
            return null;
        if (!expression.IsForeign())
            return Feel(owner, expression.Value);
        Error(owner, "{0}: expressions are written in FEEL; this one says it is {1}.", expression.Text("language")!);
        return null;
    }

    /// <summary>An expression in FEEL, with or without the sign <c>=</c> that other tools put before it.</summary>
    public FeelExpression? Feel(XElement owner, string text)
    {
        var expression = text.Trim();
        expression = expression.StartsWith('=') ? expression[1..].Trim() : expression;
        try
        {
            return FeelExpression.Parse(expression);
        }
        catch (FeelSyntaxError wrong)
        {
            Error(owner, "{0}: the expression {1} can't be read: {2}", expression, wrong.Message);
            return null;
        }
    }

    public IReadOnlyList<Mapping> Mappings(XElement element, string name) =>
        [.. from mapping in element.Extensions(name)
            let target = mapping.Text("target")
            let source = mapping.Text("source")
            where Complete(element, target, source)
            let expression = Feel(element, source)
            where expression is not null
            select new Mapping(target, expression)];

    public static string NameOf(XElement element) => element.Text("name")?.ReplaceLineEndings(" ").Trim() ?? element.Text("id") ?? element.Name.LocalName;

    private bool Complete(XElement element, string? target, string? source)
    {
        if (target is not null && source is not null)
            return true;
        Error(element, "{0}: a variable handed over needs both a name and an expression.");
        return false;
    }

    private void Add(XElement element, ProblemSeverity severity, string text, string[] arguments) =>
        Problems.Add(new Problem(element.Text("id"), severity, text, [NameOf(element), .. arguments]));
}
