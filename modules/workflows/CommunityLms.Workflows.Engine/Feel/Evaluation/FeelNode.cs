using System.Runtime.InteropServices;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>A place in the text of an expression, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FeelSpan(int Start, int Length)
{
    public FeelSpan To(FeelSpan last) => new(Start, last.Start + last.Length - Start);
}

/// <summary>A part of an expression, ready to be evaluated any number of times by any number of threads.</summary>
internal abstract class FeelNode
{
    /// <summary>Bounds the stack an evaluation needs; long chains of and, or and commas don't count.</summary>
    private const int Highest = 400;

    private readonly int _height;

    /// <exception cref="FeelSyntaxError">Too many parts stand on each other.</exception>
    protected FeelNode(FeelSpan span, params ReadOnlySpan<FeelNode> parts)
    {
        Span = span;
        foreach (var part in parts)
            _height = Math.Max(_height, part._height);
        if (++_height > Highest)
            throw new FeelSyntaxError(new(FeelTexts.TooDeep), span.Start, span.Length);
    }

    public FeelSpan Span { get; }

    public abstract FeelValue Evaluate(FeelScope scope, FeelRun run);

    /// <summary>
    /// The part as a positive unary test of a value (DMN 1.5, 10.3.2.15, table 55): a range includes it, a list contains it or
    /// one of its ranges does, a condition about "?" is true, anything else equals it.
    /// </summary>
    public virtual bool? Test(FeelValue tested, FeelScope scope, FeelRun run) => Tests.Satisfies(tested, Evaluate(scope, run), run);
}

internal sealed class LiteralNode(FeelSpan span, FeelValue value) : FeelNode(span)
{
    public FeelValue Value { get; } = value;

    public override FeelValue Evaluate(FeelScope scope, FeelRun run) => Value;
}
