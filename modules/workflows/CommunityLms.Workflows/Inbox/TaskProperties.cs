using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Inbox;

/// <summary>The <c>lms:</c> attributes of a user task (docs/workflow-drawings.md), read at one moment of a case.</summary>
internal sealed class TaskProperties(FlowNode task, IReadOnlyDictionary<string, FeelValue> variables, DateTimeOffset at)
{
    /// <summary>FEEL: the id of whoever does it.</summary>
    public const string Person = "person";

    /// <summary>The id of an earlier task: whoever did that does this one.</summary>
    public const string DoerOf = "doerOf";

    /// <summary>Keys of roles: the holders of the first of them that anybody holds.</summary>
    public const string Role = "role";

    /// <summary>FEEL: the unit on which the role is held; without it, where the case takes place.</summary>
    public const string Unit = "unit";

    /// <summary>FEEL: working days until it is due, is called to mind, and is told to others.</summary>
    public const string Due = "due", Remind = "remind", Escalate = "escalate";

    /// <summary>Key of the role that is told.</summary>
    public const string EscalateTo = "escalateTo";

    /// <summary>FEEL, which sees the answers too: the unit whose seal is given by doing it; false for none.</summary>
    public const string Seal = "seal";

    /// <summary>The variables it asks for, with an asterisk those that may be left out; without the attribute it may leave anything.</summary>
    public const string Asks = "asks";

    /// <summary>Key of the form that is filled in.</summary>
    public const string Form = "form";

    /// <summary>"true" where it may be sent back, and where somebody may be added.</summary>
    public const string SendBack = "sendBack", AddApprover = "addApprover";

    /// <summary>FEEL: the answers with which it is approved together with others, a context; true where it needs none.</summary>
    public const string Bulk = "bulk";

    /// <summary>Those that are FEEL.</summary>
    public static readonly IReadOnlyList<string> Expressions = [Person, Unit, Due, Remind, Escalate, Seal, Bulk];

    /// <summary>Whether the drawing lets it be approved together with others.</summary>
    public static bool AllowsBulk(FlowNode? task) => task?.Properties.GetValueOrDefault(Bulk) is { } bulk && Bare(bulk) is not ("" or "false");

    public string? Text(string name) => task.Properties.GetValueOrDefault(name);

    public IReadOnlyList<string> Words(string name) => WordsOf(task, name);

    public static IReadOnlyList<string> WordsOf(FlowNode task, string name) =>
        NameList.Of(task.Properties.GetValueOrDefault(name));

    /// <summary>What an expression gives; null where there is none.</summary>
    public FeelValue? Value(string name) =>
        Text(name) is { } text ? FeelExpression.Parse(Bare(text)).Evaluate(variables, new(at)).Value : null;

    public int? Days(string name) => Value(name) is FeelNumber { Value: >= 0 and <= 3650 and var days } ? (int)days : null;

    /// <summary>What an expression gives, as words for an incident.</summary>
    public string Explain(string name) => Value(name)?.ToString() ?? "null";

    public static string Bare(string expression) => expression.Trim() is ['=', .. var rest] ? rest.Trim() : expression.Trim();
}
