using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>A built-in function (DMN 1.5, 10.3.4). What is outside the domain of every signature gives null.</summary>
internal sealed class Builtin(string name, params Signature[] signatures) : FeelFunction
{
    public string Name { get; } = name;

    public override IReadOnlyList<string> Parameters { get; } = [.. signatures[0].Parameters.Select(p => p.Name)];

    internal override FunctionType Type => new([.. signatures[0].Parameters.Select(_ => FeelTypes.Any)], FeelTypes.Any);

    internal override FeelValue Apply(FeelArguments arguments, FeelRun run, FeelNode at)
    {
        FeelMessage? first = null;
        foreach (var signature in signatures)
        {
            if (signature.Bind(arguments, Name, out var reason) is { } values)
                return Run(new(this, signature, values, run, at));
            first ??= reason;
        }

        first ??= new(FeelTexts.WrongArguments, Name);
        return run.Warn(at, first.Text, [.. first.Arguments]);
    }

    private static FeelValue Run(FeelCall call)
    {
        try
        {
            return call.Signature.Body(call);
        }
        catch (OverflowException)
        {
            return call.Warn(FeelTexts.NumberOutOfRange);
        }
    }
}
