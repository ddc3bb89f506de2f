using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>A form while it is read: what was found wrong, and which names are taken.</summary>
internal sealed class FormReading
{
    private readonly string _form;
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _outermost = new(StringComparer.Ordinal);
    private HashSet<string> _taken;
    private string _id = "";
    private string _label = "";

    public FormReading(string form) => (_form, _taken) = (form, _outermost);

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>How many parts were met.</summary>
    public int Count { get; set; }

    public void Begin(string label, string id) => (_label, _id) = (label, id);

    public void Error(string id, string text, params string[] arguments) => Add(id, ProblemSeverity.Error, text, arguments);

    public void Warn(string id, string text, params string[] arguments) => Add(id, ProblemSeverity.Warning, text, arguments);

    /// <summary>Names within a group of its own path, or a row, are apart from those outside.</summary>
    public HashSet<string> EnterGroup(AnswerPath? path)
    {
        var outer = _taken;
        if (path is { IsEmpty: false })
            _taken = new(StringComparer.Ordinal);
        return outer;
    }

    public void LeaveGroup(HashSet<string> outer) => _taken = outer;

    /// <returns>Null, with a problem, where it is no name or another part has it.</returns>
    public AnswerPath? Path(string? key)
    {
        if (key is null || !AnswerPath.IsPath(key))
        {
            Error(_id, "{0}: the name “{1}” can’t be used for an answer. A name begins with a letter and has letters, digits and underscores.", key ?? "");
            return null;
        }
        if (_taken == _outermost && KnownVariables.Has(key.Split('.')[0]))
        {
            Error(_id, "{0}: every case has the name “{1}” already, and no answer may change it.", key);
            return null;
        }
        if (_taken.Add(key))
            return new(key);
        Error(_id, "{0}: another part has the name “{1}” already.", key);
        return null;
    }

    public FormText Words(string? text)
    {
        try
        {
            return FormText.Parse(text);
        }
        catch (FeelSyntaxError mistake)
        {
            Error(_id, "{0}: the expression {1} can’t be read: {2}", text!, mistake.Message);
        }
        catch (FormatException block)
        {
            Error(_id, "{0}: the text holds “{1}”, which can’t be carried out. Take it out.", block.Message);
        }
        return FormText.Empty;
    }

    public FeelExpression? Expression(string? text, bool isNeeded = false)
    {
        var bare = text?.Trim().TrimStart('=').Trim() ?? "";
        if (bare.Length == 0)
        {
            if (isNeeded)
                Error(_id, "{0}: the expression is missing.");
            return null;
        }
        try
        {
            return FeelExpression.Parse(bare);
        }
        catch (FeelSyntaxError mistake)
        {
            Error(_id, "{0}: the expression {1} can’t be read: {2}", bare, mistake.Message);
            return null;
        }
    }

    private void Add(string id, ProblemSeverity severity, string text, string[] arguments) =>
        _problems.Add(new(id.Length == 0 ? null : id, severity, text, [id.Length == 0 ? _form : $"{_form} › {_label}", .. arguments]));
}
