using System.Runtime.CompilerServices;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>One evaluation: what it may still spend, and what it met.</summary>
internal sealed class FeelRun(FeelEnvironment environment)
{
    /// <summary>Deeper values are refused whatever the environment says: printing and comparing them needs as deep a stack, and JSON is read to a depth of 64.</summary>
    private const int DeepestValue = 50;
    private const int MostWarnings = 100;

    private readonly int _mostNesting = environment.MostNesting;
    private long _stepsLeft = environment.MostSteps;
    private int _nesting;
    private List<FeelWarning>? _warnings;

    public FeelEnvironment Environment { get; } = environment;

    public IReadOnlyList<FeelWarning> Warnings => _warnings ?? (IReadOnlyList<FeelWarning>)[];

    /// <summary>Begins a part that has parts. The end needs no finally: whoever throws ends the evaluation.</summary>
    /// <exception cref="LimitReached">The evaluation is too deep or too long.</exception>
    public void Enter()
    {
        if (++_nesting > _mostNesting || ((_nesting & 15) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
            throw new LimitReached(FeelTexts.NestedTooDeeply);
        if (--_stepsLeft < 0)
            throw new LimitReached(FeelTexts.TooManySteps);
    }

    public void Leave() => _nesting--;

    /// <summary>Counts work that no node stands for, such as comparing the items of a list.</summary>
    public void Spend(long steps)
    {
        if ((_stepsLeft -= steps) < 0)
            throw new LimitReached(FeelTexts.TooManySteps);
    }

    /// <summary>Lets a list or context into the evaluation unless it is too large.</summary>
    public FeelValue Bounded(FeelValue value)
    {
        if (value.Weight > Environment.MostItems || value.Nesting > DeepestValue)
            throw new LimitReached(FeelTexts.TooManyItems);
        return value;
    }

    public FeelValue List(FeelValue[] items)
    {
        Spend(items.Length);
        return Bounded(new FeelList(items));
    }

    public FeelValue Text(string text)
    {
        EnsureLength(text.Length);
        return new FeelString(text);
    }

    /// <summary>To be asked before a text of that length is made.</summary>
    public void EnsureLength(long length)
    {
        if (length > Environment.LongestText)
            throw new LimitReached(FeelTexts.TextTooLong);
        Spend(length / 64);
    }

    public void EnsureItems(long count)
    {
        if (count > Environment.MostItems)
            throw new LimitReached(FeelTexts.TooManyItems);
    }

    /// <summary>Notes why a part is null, and gives the null.</summary>
    public FeelValue Warn(FeelNode at, string text, params ReadOnlySpan<string> arguments)
    {
        _warnings ??= [];
        if (_warnings.Count < MostWarnings)
            _warnings.Add(new(new FeelMessage(text, arguments.ToArray()), at.Span.Start, at.Span.Length));
        return FeelValue.Null;
    }

    public void Warn(LimitReached limit, FeelNode at) => Warn(at, limit.Message);
}

/// <summary>Ends an evaluation; its result is null. A part of it would look like an answer.</summary>
internal sealed class LimitReached(string text) : Exception(text);
