using System.Buffers;
using CommunityLms.Workflows.Engine.Feel.Functions;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>A name, looked up from the innermost context outwards, the built-in functions last (DMN 1.5, 10.3.2.11).</summary>
internal sealed class NameNode(FeelSpan span, string name) : FeelNode(span)
{
    private const int FullWidthOffset = 'ａ' - 'a';

    private static readonly SearchValues<char> FullWidth = SearchValues.Create("＋－＊／＝＜＞（）［］｛｝，：．");

    private readonly Builtin? _builtin = Builtins.Find(name);

    public string Name { get; } = name;

    public override FeelValue Evaluate(FeelScope scope, FeelRun run) => scope.Find(Name) ?? _builtin ?? Unknown(run);

    /// <summary>Full-width signs, as a Chinese keyboard writes them, are letters of names (grammar rule 28): the commonest slip there.</summary>
    private FeelValue Unknown(FeelRun run)
    {
        var sign = Name.AsSpan().IndexOfAny(FullWidth);
        return sign < 0
            ? run.Warn(this, FeelTexts.UnknownName, Name)
            : run.Warn(this, FeelTexts.FullWidthName, Name, Name[sign].ToString(), ((char)(Name[sign] - FullWidthOffset)).ToString());
    }
}

/// <summary>Grammar rule 43: the entry of a context, the entries of a list of contexts, or a property of a date, time, duration or range.</summary>
internal sealed class PathNode(FeelSpan span, FeelNode of, string name) : FeelNode(span, of)
{
    public FeelNode Of { get; } = of;

    public string Name { get; } = name;

    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var value = Select(Of.Evaluate(scope, run), run);
        run.Leave();
        return value;
    }

    private FeelValue Select(FeelValue from, FeelRun run)
    {
        if (from is FeelContext context)
            return context.TryGetValue(Name, out var entry) ? entry : run.Warn(this, FeelTexts.UnknownEntry, Name);
        if (from is not FeelList list)
            return TemporalProperties.Of(from, Name) ?? (from.IsNull ? from : run.Warn(this, FeelTexts.NoProperty, FeelTypes.NameOf(from), Name));
        run.Spend(list.Count);
        var selected = new FeelValue[list.Count];
        for (var i = 0; i < selected.Length; i++)
            selected[i] = Select(list[i], run);
        return run.List(selected);
    }
}
