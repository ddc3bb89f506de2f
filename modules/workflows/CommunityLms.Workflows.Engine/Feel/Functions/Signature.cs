using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>A parameter of a built-in function.</summary>
/// <param name="Optional">May be left out, which is the same as null.</param>
/// <param name="Rest">Takes every further argument.</param>
internal sealed record Parameter(string Name, Domain Domain, bool Optional, bool Rest);

/// <summary>One way to call a built-in function: the parameters as the standard's tables write them, and what happens.</summary>
internal sealed class Signature
{
    private readonly int _required;

    /// <param name="text">"string: string, start position: number, length?: number"; "item...: any" takes the rest.</param>
    public Signature(string text, Func<FeelCall, FeelValue> body)
    {
        Parameters = [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        Body = body;
        _required = Parameters.Count(p => !p.Optional);
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public Func<FeelCall, FeelValue> Body { get; }

    private bool HasRest => Parameters is [.., { Rest: true }];

    /// <summary>The arguments in the order of the parameters, converted (DMN 1.5, 10.3.2.9.4); null where they don't suit, with the reason where only a value is to blame.</summary>
    public FeelValue[]? Bind(FeelArguments arguments, string function, out FeelMessage? reason)
    {
        reason = null;
        if (Arrange(arguments) is not { } values)
            return null;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = Parameters[Math.Min(i, Parameters.Count - 1)];
            if (parameter.Optional && values[i].IsNull)
                continue;
            if (Domains.Convert(values[i], parameter.Domain) is not { } converted)
            {
                reason = values[i].IsNull
                    ? new(FeelTexts.ArgumentIsNull, function, parameter.Name)
                    : new(FeelTexts.ArgumentHasType, function, parameter.Name, Syntax.FeelTypes.NameOf(values[i]));
                return null;
            }

            values[i] = converted;
        }

        return values;
    }

    private FeelValue[]? Arrange(FeelArguments arguments) => arguments.Names is null ? ByPosition(arguments.Values) : ByName(arguments.Values, arguments.Names);

    /// <summary>A copy where it matters: a second signature sees the arguments as they were given.</summary>
    private FeelValue[]? ByPosition(FeelValue[] given)
    {
        if (given.Length < _required || (given.Length > Parameters.Count && !HasRest))
            return null;
        var values = new FeelValue[Math.Max(given.Length, Parameters.Count)];
        Array.Fill(values, FeelValue.Null);
        given.CopyTo(values, 0);
        return values;
    }

    /// <summary>What isn't given is null (10.3.2.13.4).</summary>
    private FeelValue[]? ByName(FeelValue[] given, string[] names)
    {
        var values = new FeelValue[Parameters.Count];
        Array.Fill(values, FeelValue.Null);
        for (var i = 0; i < names.Length; i++)
        {
            var position = 0;
            while (position < values.Length && Parameters[position].Name != names[i])
                position++;
            if (position == values.Length)
                return null;
            values[position] = given[i];
        }

        return values;
    }

    private static Parameter Parse(string text)
    {
        var parts = text.Split(": ");
        var (optional, rest) = (parts[0].EndsWith('?'), parts[0].EndsWith("...", StringComparison.Ordinal));
        return new(parts[0].TrimEnd('?', '.'), Enum.Parse<Domain>(parts[1], ignoreCase: true), optional, rest);
    }
}
