using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Syntax;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>A function, built in or written in an expression (DMN 1.5, 10.3.2.8). It lives inside an evaluation; JSON doesn't carry it.</summary>
public abstract class FeelFunction : FeelValue
{
    private protected FeelFunction()
    {
    }

    public sealed override FeelKind Kind => FeelKind.Function;

    /// <summary>The names of the parameters in order; a built-in with several signatures names those of the first.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>What <c>instance of</c> compares.</summary>
    internal abstract FunctionType Type { get; }

    internal abstract FeelValue Apply(FeelArguments arguments, FeelRun run, FeelNode at);
}

/// <summary>The arguments of a call in the order they were written, with their names where they have names.</summary>
internal readonly record struct FeelArguments(FeelValue[] Values, string[]? Names);
