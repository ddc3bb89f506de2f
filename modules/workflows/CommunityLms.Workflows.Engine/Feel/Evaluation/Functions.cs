using CommunityLms.Workflows.Engine.Feel.Functions;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>A parameter of a function definition, grammar rule 56; its type is Any where none is written.</summary>
internal sealed record FeelParameter(string Name, FeelType Type);

/// <summary>Grammar rule 55: a closure over the scope it is written in (DMN 1.5, 10.3.2.13).</summary>
/// <param name="body">Null for an external function: those aren't called, their result is null.</param>
internal sealed class FunctionNode(FeelSpan span, FeelParameter[] parameters, FeelNode? body) : FeelNode(span, body is null ? [] : [body])
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run) => new DefinedFunction(parameters, body, scope);
}

internal sealed class DefinedFunction(FeelParameter[] parameters, FeelNode? body, FeelScope scope) : FeelFunction
{
    public override IReadOnlyList<string> Parameters { get; } = [.. parameters.Select(p => p.Name)];

    internal override FunctionType Type => new([.. parameters.Select(p => p.Type)], FeelTypes.Any);

    internal override FeelValue Apply(FeelArguments arguments, FeelRun run, FeelNode at)
    {
        if (body is null)
            return run.Warn(at, FeelTexts.ExternalFunction);
        var entries = new OrderedDictionary<string, FeelValue>(parameters.Length, StringComparer.Ordinal);
        var named = arguments.Names is not null;
        if (named ? !arguments.Names!.All(Parameters.Contains) : arguments.Values.Length != parameters.Length)
            return run.Warn(at, FeelTexts.WrongArguments, ToString());
        for (var i = 0; i < parameters.Length; i++)
        {
            var position = named ? Array.IndexOf(arguments.Names!, parameters[i].Name) : i;
            var value = position < 0 ? Null : arguments.Values[position];
            if (FeelTypes.Convert(value, parameters[i].Type) is not { } converted)
                return run.Warn(at, FeelTexts.ArgumentHasType, ToString(), parameters[i].Name, FeelTypes.NameOf(value));
            entries[parameters[i].Name] = converted;
        }

        return body.Evaluate(new EntriesScope(entries, scope), run);
    }
}

/// <summary>Grammar rules 38 to 42 (DMN 1.5, 10.3.2.13.4 and table 63).</summary>
/// <param name="names">The names of the arguments; null where they are given by position.</param>
internal sealed class InvocationNode(FeelSpan span, FeelNode function, FeelNode[] arguments, string[]? names) : FeelNode(span, [function, .. arguments])
{
    // A variable that hides a built-in but can't be called doesn't hide it here: forms have fields called "date" or "count".
    private readonly Builtin? _builtin = function is NameNode name ? Builtins.Find(name.Name) : null;
    private readonly string? _name = (function as NameNode)?.Name;

    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var callee = _builtin is null ? function.Evaluate(scope, run) : scope.Find(_name!) as FeelFunction ?? _builtin;
        var value = callee is FeelFunction called ? called.Apply(new(Values(scope, run), names), run, this) : NotAFunction(callee, run);
        run.Leave();
        return value;
    }

    private FeelValue[] Values(FeelScope scope, FeelRun run)
    {
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(scope, run);
        return values;
    }

    /// <summary>A null was reported where it came from.</summary>
    private FeelValue NotAFunction(FeelValue callee, FeelRun run) =>
        callee.IsNull ? callee : run.Warn(function, FeelTexts.NotAFunction, _name ?? FeelTypes.NameOf(callee));
}
