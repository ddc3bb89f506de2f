using System.Text.RegularExpressions;
using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>A form as the server shows and checks it, read from the JSON of form-js (docs/forms.md). Immutable.</summary>
internal sealed record Form(IReadOnlyList<FormElement> Elements)
{
    /// <summary>What is asked or seen depends on answers, so that the page may be shown anew after one.</summary>
    public bool Depends { get; } = All(Elements).Any(e => e.Hide is not null || e is ComputedValue or ChoiceField { Expression: not null });

    public bool TakesFiles { get; } = All(Elements).Any(e => e is FileField);

    /// <summary>The names its answers begin with.</summary>
    public IReadOnlySet<string> Names { get; } = All(Elements).Select(PathOf).Where(p => !p.IsEmpty).Select(p => p.Text.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

    public IEnumerable<FormField> Questions => All(Elements).OfType<FormField>();

    private static AnswerPath PathOf(FormElement element) => element switch
    {
        FormField field => field.Path,
        FormGroup group => group.Path,
        FormList list => list.Path,
        ComputedValue computed => computed.Path,
        _ => AnswerPath.Empty,
    };

    private static IEnumerable<FormElement> All(IEnumerable<FormElement> elements) => elements.SelectMany(e => All(e.Parts).Prepend(e));
}

/// <summary>Something that stands in a form.</summary>
/// <param name="Id">Within the form.</param>
/// <param name="Hide">While it gives true, the element isn't there and leaves no answer.</param>
internal abstract record FormElement(string Id, FeelExpression? Hide)
{
    public virtual IReadOnlyList<FormElement> Parts => [];
}

/// <summary>Words between the questions, in Markdown.</summary>
internal sealed record FormWords(string Id, FeelExpression? Hide, FormText Text) : FormElement(Id, Hide);

/// <summary>A line or a space.</summary>
internal sealed record FormGap(string Id, FeelExpression? Hide, bool IsLine) : FormElement(Id, Hide);

/// <summary>Questions that belong together.</summary>
/// <param name="Path">Under which their answers lie; empty where they lie beside the others.</param>
internal sealed record FormGroup(string Id, FeelExpression? Hide, FormText Label, AnswerPath Path, IReadOnlyList<FormElement> Elements) : FormElement(Id, Hide)
{
    public override IReadOnlyList<FormElement> Parts => Elements;
}

/// <summary>Questions that are answered as often as needed; the answer is a list.</summary>
/// <param name="Rows">How many there are at first.</param>
/// <param name="Grows">Whether people add and remove rows.</param>
internal sealed record FormList(string Id, FeelExpression? Hide, FormText Label, AnswerPath Path, int Rows, bool Grows, IReadOnlyList<FormElement> Elements) : FormElement(Id, Hide)
{
    public const int MostRows = 50;

    public override IReadOnlyList<FormElement> Parts => Elements;
}

/// <summary>A value the server computes; nobody sees or sends it.</summary>
internal sealed record ComputedValue(string Id, FeelExpression? Hide, AnswerPath Path, FeelExpression Expression) : FormElement(Id, Hide);

/// <summary>A question.</summary>
/// <param name="Basics">What every question has.</param>
internal abstract record FormField(FieldBasics Basics) : FormElement(Basics.Id, Basics.Hide)
{
    public AnswerPath Path => Basics.Path;
}

/// <param name="ReadOnly">While it gives true, the answer is seen and can't be changed.</param>
/// <param name="Default">What stands there at first: an expression, or what the form says.</param>
internal sealed record FieldBasics(string Id, FeelExpression? Hide, AnswerPath Path, FormText Label, FormText Help, bool Required, FeelExpression? ReadOnly, FeelExpression? Default);

/// <summary>Text of one line or more.</summary>
internal sealed record TextField(FieldBasics Basics, bool IsLong, TextKind Kind, FeelExpression? Shortest, FeelExpression? Longest, Regex? Pattern, string? PatternMessage) : FormField(Basics)
{
    /// <summary>More is refused, whatever the form says.</summary>
    public const int MostLetters = 20_000;
}

internal enum TextKind
{
    Any,
    Email,
    Phone,
}

/// <param name="Digits">Decimal places; null for any.</param>
/// <param name="Unit">What stands beside it, for example "km".</param>
internal sealed record NumberField(FieldBasics Basics, FeelExpression? Least, FeelExpression? Most, int? Digits, decimal? Step, FormText Unit) : FormField(Basics);

internal sealed record MomentField(FieldBasics Basics, MomentKind Kind, bool NotPast) : FormField(Basics);

/// <summary>How a day or time is answered: as text of ISO 8601, without an offset.</summary>
internal enum MomentKind
{
    Date,
    Time,
    DateAndTime,
}

internal sealed record YesField(FieldBasics Basics) : FormField(Basics);

/// <param name="Choices">What can be chosen, where the form says it.</param>
/// <param name="Expression">Otherwise: a list of values, or of contexts with label and value.</param>
/// <param name="Several">Any number of them.</param>
/// <param name="Open">All are seen at once.</param>
internal sealed record ChoiceField(FieldBasics Basics, IReadOnlyList<Choice> Choices, FeelExpression? Expression, bool Several, bool Open) : FormField(Basics)
{
    public const int MostChoices = 500;
}

/// <param name="Value">A text, or what an expression gave, as JSON.</param>
internal sealed record Choice(string Key, string Label, System.Text.Json.Nodes.JsonNode Value);

/// <summary>A person or a unit of the institute; the answer is the id.</summary>
internal sealed record PickField(FieldBasics Basics, PickKind Kind) : FormField(Basics);

internal enum PickKind
{
    Person,
    Unit,
}

/// <summary>The answer is the id and name of the file, or a list of them.</summary>
internal sealed record FileField(FieldBasics Basics, bool Several, IReadOnlyList<string> ContentTypes) : FormField(Basics)
{
    public const int MostFiles = 10;
}
